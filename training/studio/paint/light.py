"""Light: fields of palette steps that fall off from a source."""

import numpy as np

from training.studio.paint.canvas import COLUMNS, ROWS, Field


def glow(x: float, y: float, radius: float, *, squash: float = 1.0) -> Field:
    """Return light around a point: 1 at the source, falling smoothly to 0 at `radius` pixels.

    `squash` above 1 flattens the pool of light, as on a table seen from the side.
    """
    distance = np.hypot(COLUMNS - x, (ROWS - y) * squash) / radius
    return (1 - distance).clip(0, 1) ** 1.5
