"""`/healthz` tells the truth, and a station without its model still plays its shelf."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server import create_app
from server.settings import Settings
from tests.server.fake_composer import FakeComposer


def test_it_is_well_when_it_can_compose(client: FlaskClient, composer: FakeComposer) -> None:
    assert [client.get("/healthz").status_code for _ in range(3)] == [200] * 3
    assert composer.asked == 1


def test_it_is_ill_when_composing_fails(client: FlaskClient, composer: FakeComposer) -> None:
    composer.fails_with = KeyError("embedding")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "embedding" in answer.get_json()["error"]["message"]


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 torn", b"no weights at all"])
def test_without_weights_the_shelf_serves_and_live_solos_say_why(static: Path, content: bytes | None) -> None:
    if content is not None:
        (static / "melody.npz").write_bytes(content)
    client = create_app(Settings(static=static, models=static)).test_client()
    assert client.get("/api/catalog").status_code == 200
    for path in ("/healthz", "/api/solo?seed=7"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "melody.npz" in answer.get_json()["error"]["message"]
        assert "LOFI_MODELS" in answer.get_json()["error"]["hint"]
