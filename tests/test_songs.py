"""Every hand-written song fills its bars, in its key and on instruments there are."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from training.music.chords import PITCH_CLASSES
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.key import SCALE, key_to_shift
from training.music.solo import VOICES

FILES = sorted(Path("static/js/songs").glob("*.json"))
CATALOG = json.loads(Path("static/catalog.json").read_text())


def _steps(time: str) -> int:
    bars, beats, sixteenths = map(int, time.split(":"))
    return bars * STEPS_PER_BAR + beats * STEPS_PER_BEAT + sixteenths


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def song(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(request.param.read_text())
    return loaded


def test_every_song_is_in_the_catalog() -> None:
    assert [row["id"] for row in CATALOG["songs"]] == [path.stem for path in FILES]


def test_every_note_lies_in_its_bars(song: dict[str, Any]) -> None:
    end = song["bars"] * STEPS_PER_BAR
    assert set(song["voices"]) == set(VOICES)
    for rows in song["voices"].values():
        assert rows
        for start, name, length, velocity in rows:
            assert re.fullmatch(r"[A-G][b#]?[1-6]", name)
            assert 0 <= _steps(start) < _steps(start) + _steps(length) <= end
            assert 1 <= velocity <= 127


def test_the_melody_is_one_line_in_its_key(song: dict[str, Any]) -> None:
    rows = song["voices"]["melody"]
    ends = [_steps(start) + _steps(length) for start, _, length, _ in rows]
    assert all(end <= _steps(row[0]) for end, row in zip(ends, rows[1:], strict=False))
    scale = {(tone + key_to_shift(song["key"])) % 12 for tone in SCALE}
    inside = [PITCH_CLASSES[name[:-1]] in scale for _, name, _, _ in rows]
    assert sum(inside) / len(inside) >= 0.9


def test_its_instruments_are_on_the_shelf(song: dict[str, Any]) -> None:
    shelf = {row["id"] for row in CATALOG["instruments"]}
    assert set(song["instruments"]) == set(song["voices"])
    assert set(song["instruments"].values()) <= shelf
