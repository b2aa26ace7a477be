"""Shapes as masks over the canvas; coordinates in pixels from the top left, ends left out."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from training.studio.paint.canvas import COLUMNS, HEIGHT, ROWS, WIDTH, Mask

Point: TypeAlias = tuple[float, float]  # x, y


def box(left: float, top: float, right: float, bottom: float) -> Mask:
    """Return the pixels from `left` up to `right` and from `top` up to `bottom`."""
    return (left <= COLUMNS) & (right > COLUMNS) & (top <= ROWS) & (bottom > ROWS)


def ellipse(x: float, y: float, radius_x: float, radius_y: float) -> Mask:
    """Return a filled ellipse around the middle of pixel `x`, `y`."""
    return ((COLUMNS - x) / radius_x) ** 2 + ((ROWS - y) / radius_y) ** 2 <= 1


def polygon(*corners: Point) -> Mask:
    """Return the pixels whose middle lies inside, by the even-odd rule."""
    x, y = COLUMNS + 0.5, ROWS + 0.5
    inside = np.zeros((HEIGHT, WIDTH), np.bool_)
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if y0 != y1:
            crossing = (x1 - x0) * (y - y0) / (y1 - y0) + x0
            inside ^= ((y0 > y) != (y1 > y)) & (x < crossing)
    return inside


def stroke(points: Sequence[Point], widths: Sequence[float]) -> Mask:
    """Return a line through the points that is `widths[i]` pixels wide at point i."""
    drawn = np.zeros((HEIGHT, WIDTH), np.bool_)
    pairs = zip(points, points[1:], widths, widths[1:], strict=False)
    for (x0, y0), (x1, y1), width0, width1 in pairs:
        dx, dy = x1 - x0, y1 - y0
        along = ((COLUMNS - x0) * dx + (ROWS - y0) * dy) / max(dx * dx + dy * dy, 1e-9)
        along = along.clip(0, 1)
        distance = np.hypot(COLUMNS - x0 - along * dx, ROWS - y0 - along * dy)
        drawn |= distance <= (width0 + (width1 - width0) * along) / 2
    return drawn


def edge(mask: Mask, *, x: int = 0, y: int = 0) -> Mask:
    """Return the rim of a mask: its pixels whose neighbour at `x`, `y` is not in it."""
    neighbour = np.zeros_like(mask)
    neighbour[max(0, -y) : HEIGHT - max(0, y), max(0, -x) : WIDTH - max(0, x)] = mask[
        max(0, y) : HEIGHT - max(0, -y), max(0, x) : WIDTH - max(0, -x)
    ]
    return mask & ~neighbour
