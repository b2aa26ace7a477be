"""The station's cat, who lives in most of its pictures."""

import numpy as np

from training.studio.paint.canvas import COLUMNS, ROWS, Mask
from training.studio.paint.shapes import polygon

# Half the cat's width down its back, both in heights of the cat, from the crown to the seat.
_DOWN = (0.13, 0.16, 0.21, 0.28, 0.34, 0.39, 0.43, 0.49, 0.58, 0.70, 0.84, 0.95, 1.0)
_HALF_WIDTH = (0.07, 0.14, 0.19, 0.21, 0.2, 0.165, 0.135, 0.15, 0.19, 0.235, 0.275, 0.275, 0.25)


def sitting_cat(x: float, base: float, height: float, *, breath: float, ear: float = 0.0) -> Mask:
    """Return a cat that sits on row `base` with its back to us, `height` pixels to its ear tips.

    `breath` widens it by that many pixels at the ribs; `ear` lays its right ear down by so many.
    The tail is the scene's to draw: it hangs differently everywhere.
    """
    down = (ROWS + 0.5 - base + height) / height
    half_width = np.interp(down, _DOWN, _HALF_WIDTH, left=0, right=0) * height
    ribs = breath * np.exp(-(((down - 0.75) / 0.2) ** 2))
    body = np.abs(COLUMNS + 0.5 - x) <= np.where(half_width > 0, half_width + ribs, -1)
    top = base - height

    def ear_at(side: int, drop: float) -> Mask:
        return polygon(
            (x + side * 0.19 * height, top + 0.235 * height),
            (x + side * (0.168 * height + drop), top + drop),
            (x + side * 0.04 * height, top + 0.145 * height),
        )

    return body | ear_at(-1, 0) | ear_at(1, ear)
