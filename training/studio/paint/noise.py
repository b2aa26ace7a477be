"""Value noise on a lattice that wraps, so that scrolling it by its own size loops."""

from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]


@cache
def _lattice(columns: int, rows: int, seed: int) -> Numbers:
    return np.random.default_rng(seed).random((rows, columns))


def noise(x: Numbers, y: Numbers, *, columns: int, rows: int, seed: int) -> Numbers:
    """Return smooth noise, 0 to 1, at `x`, `y` in cells; it repeats after `columns` and `rows`."""
    lattice = _lattice(columns, rows, seed)
    left, top = np.floor(x).astype(np.intp), np.floor(y).astype(np.intp)
    across, down = x - left, y - top
    across, down = across**2 * (3 - 2 * across), down**2 * (3 - 2 * down)
    left, right = left % columns, (left + 1) % columns
    top, bottom = top % rows, (top + 1) % rows
    above = lattice[top, left] * (1 - across) + lattice[top, right] * across
    below = lattice[bottom, left] * (1 - across) + lattice[bottom, right] * across
    smooth: Numbers = above * (1 - down) + below * down
    return smooth
