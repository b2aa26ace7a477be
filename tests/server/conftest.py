"""A small real station: files in a temporary static folder, the whole app, its test client."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import create_app
from server.settings import Settings
from tests.server.fake_composer import FakeComposer

COMMON = {"label": "L", "credit": "C", "licence": "CC0"}
SOUND = {**COMMON, "seconds": 1.0, "frames": 44_100, "bpm": 75, "bars": 8, "loudness": -20.0}
CATALOG: dict[str, list[dict[str, Any]]] = {
    "drums": [{**SOUND, "id": "boom-bap", "file": "audio/drums/boom-bap.ogg"}],
    "ambience": [
        {
            **SOUND,
            "id": "rain",
            "file": "audio/ambience/rain.ogg",
            "scene": {
                "label": "Window",
                "gif": "gifs/rain.gif",
                "webp": "gifs/rain.webp",
                "still": "gifs/rain.png",
            },
        }
    ],
    "quotes": [
        {
            **SOUND,
            "id": "walden",
            "file": "audio/quotes/walden.ogg",
            "bars": None,
            "text": "Simplify.",
            "author": "Thoreau",
            "source": "Walden, 1854",
        }
    ],
    "solos": [
        {
            **SOUND,
            "id": "solo-1",
            "file": "audio/solos/one.ogg",
            "notes": "audio/solos/one.json",
            "midi": "audio/solos/one.mid",
            "instrument": "rhodes",
            "seed": 1,
            "key": "C major",
            "progression": "Dm9 G13",
            "mood": "rainy",
        }
    ],
    "songs": [
        {
            **COMMON,
            "id": "largo",
            "notes": "js/songs/largo.json",
            "composer": "Dvořák",
            "year": 1893,
            "key": "Db major",
            "bars": 24,
            "bpm": 75,
            "instruments": {"melody": "rhodes"},
        }
    ],
    "instruments": [
        {
            **COMMON,
            "id": "rhodes",
            "loudness": -20.0,
            "samples": {"C4": "audio/instruments/rhodes/c4.ogg"},
        }
    ],
}
FILES = [
    "audio/drums/boom-bap.ogg",
    "audio/ambience/rain.ogg",
    "gifs/rain.gif",
    "gifs/rain.webp",
    "gifs/rain.png",
    "audio/quotes/walden.ogg",
    "audio/solos/one.ogg",
    "audio/solos/one.json",
    "audio/solos/one.mid",
    "js/songs/largo.json",
    "audio/instruments/rhodes/c4.ogg",
    "dist/main.js",
    "dist/main.css",
    "dist/chunks/p5-ABCD1234.js",
    "favicon.svg",
]


@pytest.fixture
def static(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"the content of {name}".encode())
    (tmp_path / "catalog.json").write_text(json.dumps(CATALOG))
    return tmp_path


@pytest.fixture
def composer() -> FakeComposer:
    return FakeComposer()


@pytest.fixture
def app(static: Path, composer: FakeComposer) -> Flask:
    return create_app(Settings(static=static), composer=composer)


class BufferedClient(FlaskClient):
    """Reads each answer to its end and closes it, so that no file stays open."""

    def open(self, *args: Any, **options: Any) -> Any:
        """Send a request as the client does."""
        return super().open(*args, **{"buffered": True, **options})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    app.test_client_class = BufferedClient
    return app.test_client()
