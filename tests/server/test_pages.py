"""The page, its headers, and what a lost visitor sees."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient


def test_everything_the_page_names_is_there_for_ever(client: FlaskClient) -> None:
    page = client.get("/").text
    named = re.findall(r'(?:src|href)="(/[^"]+)"', page)
    assert any("dist/main-" in url and url.endswith(".js") for url in named)
    for url in named:
        answer = client.get(url)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_the_page_itself_is_asked_for_each_time(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["dist/main.js", "dist/main.css"])
def test_without_its_bundle_the_page_says_how_to_make_it(
    static: Path, client: FlaskClient, name: str
) -> None:
    (static / name).unlink()
    answer = client.get("/")
    assert answer.status_code == 503
    assert "make run" in answer.text
    assert name in answer.text


def test_a_lost_visitor_sees_a_page(client: FlaskClient) -> None:
    answer = client.get("/attic")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert 'href="/"' in answer.text


def test_a_lost_program_gets_json(client: FlaskClient) -> None:
    answer = client.get("/api/attic")
    assert (answer.status_code, answer.mimetype) == (404, "application/json")
    assert set(answer.get_json()["error"]) == {"code", "message", "hint"}


def test_a_wrong_method_is_told_the_right_one(client: FlaskClient) -> None:
    answer = client.post("/api/solo")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/", "/attic", "/api/catalog", "/api/solo", "/static/favicon.svg"])
def test_every_answer_carries_the_policy(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == "'self'"
    assert policy["worker-src"] == "'self' blob:"  # without blob: Tone's clock stands still
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
