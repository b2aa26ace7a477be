"""Motion that loops: every function here has period 1 in `t`, exactly.

The turns in a loop are whole numbers and are wrapped before the phase is added, so t = 0 and t = 1
give the same bits.
"""

from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]


@overload
def cycle(t: float, turns: int = 1, phase: float = 0.0) -> float: ...
@overload
def cycle(t: float, turns: int, phase: Numbers) -> Numbers: ...
def cycle(t: float, turns: int = 1, phase: float | Numbers = 0.0) -> float | Numbers:
    """Return how far each turn has come, 0 to 1, after `turns` turns a loop."""
    return ((t * turns) % 1.0 + phase) % 1.0


@overload
def wave(t: float, turns: int = 1, phase: float = 0.0) -> float: ...
@overload
def wave(t: float, turns: int, phase: Numbers) -> Numbers: ...
def wave(t: float, turns: int = 1, phase: float | Numbers = 0.0) -> float | Numbers:
    """Return a sine, -1 to 1, that swings `turns` times a loop; phase in turns."""
    swing = np.sin(2 * np.pi * cycle(t, turns, phase))
    return swing if isinstance(swing, np.ndarray) else float(swing)


def flicker(t: float, *, seed: int) -> float:
    """Return the unrest of a flame, about -1 to 1: swells with quick tremor on them."""
    phases = np.random.default_rng(seed).random(4)
    return float(
        0.45 * wave(t, 3, phases[0])
        + 0.25 * wave(t, 7, phases[1])
        + 0.2 * wave(t, 11, phases[2])
        + 0.1 * wave(t, 17, phases[3])
    )


def during(t: float, start: float, end: float) -> bool:
    """Return whether `t` lies in a part of the loop; the part may run over the seam."""
    here = t % 1.0
    return start <= here < end if start <= end else here >= start or here < end
