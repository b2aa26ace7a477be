"""The catalog offers what can be played, and only that."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient


def urls(value: Any) -> Iterator[str]:
    """Yield every url anywhere in the answer."""
    if isinstance(value, str) and value.startswith("/static/"):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from urls(part)


def test_every_list_is_offered(client: FlaskClient) -> None:
    lists = client.get("/api/catalog").get_json()
    assert set(lists) == {
        *("drums", "ambience", "quotes", "solos", "songs", "instruments"),
        *("moods", "progressions"),
    }
    assert all(row["id"] and row["label"] for rows in lists.values() for row in rows)


def test_every_file_has_become_a_url_that_answers(client: FlaskClient) -> None:
    found = list(urls(client.get("/api/catalog").get_json()))
    assert len(found) == 11
    for url in found:
        answer = client.get(url)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_a_row_without_its_file_is_left_out_and_logged(
    static: Path, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    (static / "gifs/rain.webp").unlink()
    with caplog.at_level(logging.WARNING):
        lists = client.get("/api/catalog").get_json()
    assert lists["ambience"] == []
    assert [row["id"] for row in lists["drums"]] == ["boom-bap"]
    assert "ambience/rain" in caplog.text
    assert "gifs/rain.webp" in caplog.text


def test_a_row_that_lacks_a_field_is_left_out_and_logged(
    static: Path, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    lists = json.loads((static / "catalog.json").read_text())
    del lists["quotes"][0]["author"]
    (static / "catalog.json").write_text(json.dumps(lists))
    with caplog.at_level(logging.WARNING):
        assert client.get("/api/catalog").get_json()["quotes"] == []
    assert "quotes/walden" in caplog.text
    assert "author" in caplog.text


@pytest.mark.parametrize("content", [None, "{", "{}", "[]"])
def test_without_a_catalog_the_answer_says_what_to_do(
    static: Path, client: FlaskClient, content: str | None
) -> None:
    (static / "catalog.json").unlink()
    if content:
        (static / "catalog.json").write_text(content)
    answer = client.get("/api/catalog")
    assert answer.status_code == 503
    assert "catalog.json" in answer.get_json()["error"]["message"]
    assert "make assets" in answer.get_json()["error"]["hint"]


def test_an_unchanged_catalog_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/api/catalog")
    again = client.get("/api/catalog", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
