"""Sprites: pictures written as rows of text, so that they are drawn and reviewed in the source."""

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from training.studio.paint.canvas import Canvas


@cache
def _places(rows: str) -> dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]]:
    grid = [line for line in rows.split("\n") if line.strip()]
    found: dict[str, list[tuple[int, int]]] = {}
    for y, line in enumerate(grid):
        for x, mark in enumerate(line):
            if mark not in ". ":
                found.setdefault(mark, []).append((x, y))
    return {mark: (np.array(at)[:, 0], np.array(at)[:, 1]) for mark, at in found.items()}


def stamp(
    canvas: Canvas,
    rows: str,
    x: float,
    y: float,
    *,
    ramp: str,
    inks: Mapping[str, tuple[str, float]] | None = None,
    lift: float = 0.0,
) -> None:
    """Draw a sprite with its top left at `x`, `y`.

    A digit is that step of `ramp`; a letter is a (ramp, step) of `inks`; `.` and space are clear.
    `lift` is added to every step. Blank first and last lines are left out.
    """
    for mark, (across, down) in _places(rows).items():
        name, step = (ramp, float(mark)) if mark.isdigit() else (inks or {})[mark]
        canvas.dot(across + round(x), down + round(y), name, step + lift)
