"""Cities: rows of houses with lit windows."""

from dataclasses import dataclass

import numpy as np

from training.studio.paint.canvas import HEIGHT, WIDTH, Mask


@dataclass(frozen=True, slots=True)
class Skyline:
    """A row of houses: their bodies, sides turned away, and windows, lit ones apart."""

    houses: Mask
    sides: Mask
    lit: Mask
    dark: Mask
    windows: tuple[tuple[int, int], ...]  # top left corners of the lit ones


def skyline(
    *,
    seed: int,
    base: int,
    heights: tuple[int, int],
    widths: tuple[int, int],
    window: tuple[int, int],
    pitch: tuple[int, int],
    alight: float,
) -> Skyline:
    """Return a city that stands on row `base` across the whole canvas.

    `heights` and `widths` are least and most, `window` and `pitch` are (across, down), all in
    pixels; `alight` is the share of windows with light.
    """
    random = np.random.default_rng(seed)
    houses, sides, lit, dark = np.zeros((4, HEIGHT, WIDTH), np.bool_)
    corners: list[tuple[int, int]] = []
    left = -int(random.integers(0, widths[0]))
    while left < WIDTH:
        wide, tall = int(random.integers(*widths)), int(random.integers(*heights))
        top, right = base - tall, left + wide
        across = slice(max(left, 0), max(right, 0))
        houses[top:base, across] = True
        if random.random() < 0.4:  # a lift house or a water tank on the roof
            roof = slice(max(left + wide // 4, 0), max(left + wide // 2, 0))
            houses[top - 3 : top, roof] = True
        sides[top:base, max(right - wide // 4, 0) : max(right, 0)] = True
        # Whole floors tend to be alike: offices burn, stairwells sleep.
        for y in range(top + 3, base - window[1], pitch[1]):
            floor = random.random() * 0.8 + 0.6
            for x in range(left + 2, right - window[0] - 1, pitch[0]):
                if x < 0 or x + window[0] > WIDTH:
                    continue
                bright = random.random() < alight * floor
                (lit if bright else dark)[y : y + window[1], x : x + window[0]] = True
                if bright:
                    corners.append((x, y))
        left = right + int(random.integers(0, 3))
    return Skyline(houses, sides & houses, lit, dark, tuple(corners))
