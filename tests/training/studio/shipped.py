"""The shipped sounds, as the tests read them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from training.studio.audio import Audio
from training.studio.files import read_ogg

ROOT = Path(__file__).parents[3]
STATIC = ROOT / "static"
CATALOG: dict[str, list[dict[str, Any]]] = json.loads((STATIC / "catalog.json").read_text("utf-8"))
SOUNDS = [(kind, row) for kind in ("drums", "ambience", "quotes", "solos") for row in CATALOG[kind]]
LOOPS = [(kind, row) for kind, row in SOUNDS if kind != "quotes"]


def name(value: object) -> str:
    """Return the test's name for a kind or a row."""
    return value["id"] if isinstance(value, dict) else str(value)


@cache
def shipped(file: str) -> Audio:
    """Return a decoded file under static/."""
    return read_ogg(STATIC / file)
