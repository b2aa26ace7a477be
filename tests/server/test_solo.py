"""`/api/solo`: the same request is the same solo for ever, and a wrong one is told why."""

import pytest
from flask.testing import FlaskClient

from tests.server.fake_composer import FakeComposer
from training.music.solo import Solo


def test_a_solo_is_the_composers(client: FlaskClient, composer: FakeComposer) -> None:
    query = "seed=7&bars=8&progression=Dm9+G13&mood=cosy&temperature=1.1&bpm=80"
    solo = Solo.from_json(client.get(f"/api/solo?{query}").get_json())
    assert (solo.seed, solo.bars, solo.bpm) == (7, 8, 80)
    assert solo.voices["melody"][0].pitch == 7
    assert composer.given == {"progression": "Dm9 G13", "mood": "cosy", "temperature": 1.1}


def test_all_but_the_seed_is_optional(client: FlaskClient, composer: FakeComposer) -> None:
    solo = client.get("/api/solo?seed=7").get_json()
    assert (solo["bars"], solo["bpm"]) == (30, 75)
    assert set(composer.given.values()) == {None}


def test_a_solo_may_be_kept_while_its_model_serves(client: FlaskClient) -> None:
    first = client.get("/api/solo?seed=7")
    assert first.headers["Cache-Control"] == "no-cache"
    assert not first.headers["ETag"].startswith("W/")
    again = client.get("/api/solo?seed=7", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_same_request_is_composed_once(client: FlaskClient, composer: FakeComposer) -> None:
    for query in ("seed=7&bars=8", "bars=8&seed=7", "seed=07&bars=8&bpm=75"):
        client.get(f"/api/solo?{query}")
    assert composer.asked == 1
    client.get("/api/solo?seed=8&bars=8")
    assert composer.asked == 2


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("", "seed"),
        ("bars=8", "seed"),
        ("seed=", "seed"),
        ("seed=seven", "seed"),
        ("seed=-1", "seed"),
        ("seed=1.5", "seed"),
        ("seed=2147483648", "2147483647"),
        ("seed=" + "9" * 5000, "seed"),
        ("seed=7&bars=1", "from 2 to 64"),
        ("seed=7&bars=65", "from 2 to 64"),
        ("seed=7&bpm=59", "from 60 to 95"),
        ("seed=7&temperature=0.1", "from 0.2 to 1.5"),
        ("seed=7&temperature=nan", "from 0.2 to 1.5"),
        ("seed=7&mood=furious", "rainy"),
        ("seed=7&progression=", "progression"),
        ("seed=7&progression=Dm9+H13", "H13"),
        ("seed=7&progression=" + "Dm9+" * 65, "64 chords"),
        ("seed=7&progression=" + "Dm9++++++" * 60, "500 characters"),
        ("seed=7&tempo=80&key=C", "'tempo', 'key'"),
        ("seed=7&seed=8", "seed"),
    ],
)
def test_a_bad_parameter_is_named_with_what_was_expected(
    client: FlaskClient, composer: FakeComposer, query: str, named: str
) -> None:
    answer = client.get(f"/api/solo?{query}")
    error = answer.get_json()["error"]
    assert answer.status_code == 400
    assert error["code"] == "bad_parameter"
    assert named in error["message"]
    assert len(error["message"]) < 300
    assert error["hint"]
    assert composer.asked == 0


def test_what_the_composer_refuses_is_told(client: FlaskClient, composer: FakeComposer) -> None:
    composer.fails_with = ValueError("40 chords do not fit in 2 bars")
    answer = client.get("/api/solo?seed=7")
    assert answer.status_code == 400
    assert answer.get_json()["error"]["message"] == "40 chords do not fit in 2 bars"


def test_a_bug_gives_no_trace_away(client: FlaskClient, composer: FakeComposer) -> None:
    composer.fails_with = ZeroDivisionError("in composer.py, line 12")
    answer = client.get("/api/solo?seed=7")
    assert answer.status_code == 500
    assert answer.get_json()["error"]["code"] == "internal_server_error"
    assert "line 12" not in answer.text


def test_an_error_is_not_kept(client: FlaskClient) -> None:
    assert "Cache-Control" not in client.get("/api/solo").headers
