"""Fire and what rises from it: flames, embers, steam and smoke."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.studio.paint.canvas import COLUMNS, HEIGHT, ROWS, WIDTH, Field, Mask
from training.studio.paint.motion import cycle, wave
from training.studio.paint.noise import noise


@dataclass(frozen=True, slots=True)
class Tongue:
    """One tongue of flame: where its foot stands, and its size, in pixels."""

    x: float
    width: float
    height: float


def flames(t: float, tongues: Sequence[Tongue], *, base: float, seed: int) -> Field:
    """Return the heat of a fire that stands on row `base`: 0 outside, 1 in its white heart.

    Each tongue is a drop that sways and licks; noise that climbs four times a loop tears its edge.
    """
    phases = np.random.default_rng(seed).random((len(tongues), 3))
    heat = np.zeros((HEIGHT, WIDTH))
    climb = cycle(t, 4) * 12
    torn = noise(COLUMNS / 5, ROWS / 9 + climb, columns=64, rows=12, seed=seed)
    torn += 0.5 * noise(COLUMNS / 2.5, ROWS / 4.5 + 2 * climb, columns=128, rows=12, seed=seed + 1)
    for tongue, phase in zip(tongues, phases, strict=True):
        tall = tongue.height * (1 + 0.16 * wave(t, 3, phase[0]) + 0.1 * wave(t, 5, phase[1]))
        up = (base - ROWS) / tall
        sway = tongue.width * 0.55 * up.clip(0, 1) * wave(t, 2, phase[2] - 0.7 * up)
        # A drop: widest a fifth of the way up, drawn out to a point.
        girth = tongue.width * (up.clip(0, 1) + 0.12) ** 0.35 * (1 - up).clip(0, 1) ** 0.9
        inside = 1 - np.abs(COLUMNS - tongue.x - sway) / girth.clip(0.4)
        lick = inside - (torn - 0.75) * (0.35 + 0.9 * up.clip(0, 1))
        hot = lick * (1 - 0.55 * up.clip(0, 1))
        heat = np.maximum(heat, np.where((up > -0.02) & (up < 1.15), hot, 0))
    return heat.clip(0, 1)


def embers(
    t: float, *, seed: int, count: int, x: float, spread: float, base: float, rise: float
) -> tuple[Mask, Field]:
    """Return sparks that climb `rise` pixels from row `base`, and the life left in them, 1 to 0."""
    random = np.random.default_rng(seed)
    x0, phase, drift = random.random((3, count))
    age = cycle(t, 2, phase)
    across = x + (x0 - 0.5) * spread + (drift - 0.5) * 30 * age + 2 * wave(t, 2, drift)
    down = base - rise * age**0.8
    mask, life = np.zeros((HEIGHT, WIDTH), np.bool_), np.zeros((HEIGHT, WIDTH))
    column, row = np.round(across).astype(np.intp), np.round(down).astype(np.intp)
    seen = (column >= 0) & (column < WIDTH) & (row >= 0) & (row < HEIGHT)
    mask[row[seen], column[seen]] = True
    life[row[seen], column[seen]] = 1 - age[seen]
    return mask, life


def steam(t: float, *, x: float, base: float, rise: float, lean: float = 0.0) -> Field:
    """Return the opacity of a wisp of steam that curls up `rise` pixels from `x`, `base`."""
    up = ((base - ROWS) / rise).clip(0, 1)
    opacity = np.zeros((HEIGHT, WIDTH))
    for strand in range(2):
        curl = wave(t, 1, 0.5 * strand - 1.1 * up) * (0.5 + 3.5 * up) + lean * up**1.5
        body = 1 - np.abs(COLUMNS - x - curl) / (1.5 + 3.0 * up)
        gaps = 0.65 + 0.35 * wave(t, 2, 0.3 * strand - 1.7 * up)
        opacity = np.maximum(opacity, (1.7 * body).clip(0, 1) * gaps)
    return np.where((base >= ROWS) & (up < 1), opacity * (1 - up) ** 0.7, 0.0)


def smoke(
    t: float, *, seed: int, x: float, base: float, rise: float, lean: float, puffs: int, size: float
) -> Field:
    """Return the opacity of chimney smoke: puffs that grow and thin as the wind leans on them."""
    offsets = np.random.default_rng(seed).random((puffs, 2)) - 0.5
    opacity = np.zeros((HEIGHT, WIDTH))
    for puff, (dx, dy) in enumerate(offsets):
        age = cycle(t, 1, puff / puffs)
        radius = 1 + size * age**0.7
        across = x + lean * age**1.4 + dx * 6 * age
        down = base - rise * age**0.75 + dy * 4 * age
        ball = 1 - np.hypot(COLUMNS - across, ROWS - down) / radius
        opacity = np.maximum(opacity, (ball.clip(0, 1) * 2.2).clip(0, 1) * (1 - age) ** 0.8)
    return opacity
