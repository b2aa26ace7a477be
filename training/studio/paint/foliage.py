"""What grows: grass that bows to the wind, and crowns of leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.studio.paint.canvas import Canvas
from training.studio.paint.motion import wave
from training.studio.paint.shapes import ellipse
from training.studio.paint.sprite import stamp

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bough:
    """A ball of leaves: its middle, half its width and height in pixels, its darkest step."""

    x: float
    y: float
    wide: float
    high: float
    shade: float = 0.0


def gust(t: float, x: Numbers, *, length: float = 150.0) -> Numbers:
    """Return how hard the wind blows at column `x`, about -0.3 to 1, as waves that run right."""
    swell = 0.55 * wave(t, 1, -x / length) + 0.3 * wave(t, 2, -x / (0.61 * length) + 0.3)
    return 0.35 + swell + 0.15 * wave(t, 3, -x / (0.35 * length) + 0.6)


def grass(
    canvas: Canvas,
    t: float,
    *,
    seed: int,
    ground: Numbers,
    blades: int,
    tall: tuple[float, float],
    bend: float,
    ramp: str,
    steps: tuple[float, float],
    tip: float = 1.0,
    shine: float = 0.0,
    depth: float = 0.0,
) -> tuple[Numbers, Numbers]:
    """Paint a bank of grass that grows from row `ground[x]` to `depth` rows below it.

    Blades are `tall` pixels, lean `bend` pixels in a full gust, and are painted at a step between
    `steps`, their upper third `tip` steps lighter, and up to `shine` more where a gust turns their pale side
    up. Nearer blades cover farther ones. Returns where the tips are, x and y, for flowers to sit.
    """
    random = np.random.default_rng(seed)
    x = random.random(blades) * (len(ground) + 40) - 20
    below = np.sort(random.random(blades)) * depth
    height = tall[0] + random.random(blades) * (tall[1] - tall[0])
    step = steps[0] + random.random(blades) * (steps[1] - steps[0])
    stiff, rest = 0.7 + 0.6 * random.random(blades), random.random(blades) * 0.5 - 0.1
    root = ground[x.clip(0, len(ground) - 1).astype(np.intp)] + below
    wind = gust(t, x)
    lean = bend * stiff * (wind + rest) * height / tall[1]
    up = np.arange(int(tall[1]) + 1) / height[:, None]  # (blades, pixels)
    column = x[:, None] + lean[:, None] * up**2
    # A blade that leans does not grow: its tip comes down.
    row = root[:, None] - height[:, None] * up * (1 - 0.25 * (np.abs(lean) / tall[1])[:, None] * up)
    lit = np.round(step + shine * (wind - 0.35))[:, None] + np.where(up > 0.66, tip, 0.0)
    alive = up <= 1
    canvas.dot(
        np.round(column[alive]).astype(np.int64),
        np.round(row[alive]).astype(np.int64),
        ramp,
        lit[alive],
    )
    return x + lean, root - height * (1 - 0.25 * np.abs(lean) / tall[1])


def crown(
    canvas: Canvas,
    t: float,
    boughs: Sequence[Bough],
    sprites: Sequence[str],
    *,
    seed: int,
    ramp: str,
    sun: tuple[float, float],
    sway: float,
) -> None:
    """Paint a crown of leaves, bough by bough from the back, each rocking up to `sway` pixels.

    A bough is a ball of leaf clusters, darkest in its depth, lighter towards `sun`, a direction
    (x, y) of length 1. The steps run from 0 in the shade to about 4.
    """
    random = np.random.default_rng(seed)
    for bough in boughs:
        lag = random.random()
        push = sway * (float(gust(t, np.array([bough.x]))[0]) - 0.35 + 0.25 * wave(t, 2, lag))
        canvas.fill(ellipse(bough.x + push, bough.y, bough.wide * 0.86, bough.high * 0.84), ramp, bough.shade)
        count = int(bough.wide * bough.high / 5)
        angle, far = random.random(count) * 2 * np.pi, random.random(count) ** 0.5
        across, down = np.cos(angle) * far, np.sin(angle) * far
        light = across * sun[0] + down * sun[1] + 0.35 * (random.random(count) - 0.5)
        rock, pick = random.random(count), random.integers(len(sprites), size=count)
        for leaf in np.argsort(light):
            stamp(
                canvas,
                sprites[pick[leaf]],
                bough.x + across[leaf] * bough.wide - 3 + push + 0.7 * wave(t, 3, rock[leaf]),
                bough.y + down[leaf] * bough.high - 2 + 0.5 * wave(t, 2, rock[leaf]),
                ramp=ramp,
                lift=bough.shade + float(np.round(1.7 * light[leaf].clip(-0.3))),
            )
