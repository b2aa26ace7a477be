"""Skies: gradients, stars and clouds."""

import numpy as np

from training.studio.paint.canvas import COLUMNS, ROWS, Field
from training.studio.paint.motion import cycle, wave
from training.studio.paint.noise import noise


def gradient(*stops: tuple[float, float]) -> Field:
    """Return steps that change down the canvas through the stops, each (row, step)."""
    rows, steps = zip(*stops, strict=True)
    field: Field = np.interp(ROWS, rows, steps)
    return field


def clouds(
    t: float,
    *,
    seed: int,
    width: float,
    height: float,
    drift: float,
    cover: float,
) -> Field:
    """Return the thickness of drifting clouds, 0 (clear) to about 1.

    `width` and `height` are a puff's size in pixels, `drift` its way in pixels in a loop. A drift
    is no loop, so two skies half a loop apart take turns: each starts over while it is unseen.
    """
    total = np.zeros_like(ROWS)
    for sky in range(2):
        age = cycle(t, 1, sky / 2)
        weight = 0.5 - 0.5 * wave(age, 1, 0.25)
        for size, strength in ((1.0, 0.6), (0.5, 0.27), (0.25, 0.13)):
            x = (COLUMNS - drift * (age - 0.5) + 1000) / (width * size)
            y = (ROWS + 40 * sky) / (height * size)
            total += weight * strength * noise(x, y, columns=97, rows=89, seed=seed + sky)
    return ((total - 1 + cover) / cover).clip(0, 1)
