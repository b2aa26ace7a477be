"""The server with the weights that ship: real solos, the same for ever."""

import pytest
from flask.testing import FlaskClient

from server import create_app
from server.settings import Settings
from training.music.grid import STEPS_PER_BAR
from training.music.solo import VOICES, Solo


@pytest.fixture
def client() -> FlaskClient:
    return create_app(Settings()).test_client()


def test_the_station_is_well(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_a_solo_has_three_voices_within_its_bars(client: FlaskClient) -> None:
    solo = Solo.from_json(client.get("/api/solo?seed=7&bars=8&mood=cosy").get_json())
    assert (solo.seed, solo.bars, solo.mood) == (7, 8, "cosy")
    for voice in VOICES:
        assert solo.voices[voice]
        assert all(0 <= note.start < note.end for note in solo.voices[voice])
        assert max(note.end for note in solo.voices[voice]) <= 8 * STEPS_PER_BAR


def test_two_servers_write_the_same_solo(client: FlaskClient) -> None:
    path = "/api/solo?seed=7&bars=8&progression=Dm9+G13+Cmaj9+A7"
    other = create_app(Settings()).test_client()
    assert client.get(path).data == other.get(path).data


def test_the_chords_asked_for_are_the_chords_written(client: FlaskClient) -> None:
    solo = client.get("/api/solo?seed=7&bars=8&progression=Dm9+G13+Cmaj9+A7").get_json()
    assert "Cmaj9" in solo["progression"]


@pytest.mark.parametrize(
    ("progression", "told"), [("Dm9 Cmaj99", "Cmaj9"), ("C D E | F", "1, 2 or 4"), ("|", "empty")]
)
def test_what_is_wrong_with_chords_is_told(client: FlaskClient, progression: str, told: str) -> None:
    answer = client.get("/api/solo", query_string={"seed": 7, "progression": progression})
    assert answer.status_code == 400
    assert told in answer.get_json()["error"]["message"]
