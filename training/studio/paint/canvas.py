"""The canvas: a pixel is a step on a ramp, and becomes a colour only at the end.

Steps may be fractions. So light is an addition (one more step is one colour lighter, along the
ramp's own hue shift), and what falls between two steps is dithered.
"""

from typing import Final, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from training.studio.paint.palette import Palette

WIDTH: Final = 320  # pixels
HEIGHT: Final = 180

Mask: TypeAlias = NDArray[np.bool_]  # (180, 320), the pixels meant
Field: TypeAlias = NDArray[np.float64]  # (180, 320), a number for each pixel
Picture: TypeAlias = NDArray[np.uint8]  # (180, 320), indices into a palette's colours

# Every pixel's own row and column, so that shapes and light are plain arithmetic.
ROWS: Final[Field] = np.mgrid[0:HEIGHT, 0:WIDTH][0].astype(np.float64)
COLUMNS: Final[Field] = np.mgrid[0:HEIGHT, 0:WIDTH][1].astype(np.float64)

# The ordered-dither thresholds of Bayer's 4x4 matrix, 0 to 1, tiled over the canvas.
BAYER: Final[Field] = np.tile(
    (np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 0.5) / 16,
    (HEIGHT // 4, WIDTH // 4),
)


def veil(opacity: Field | float) -> Mask:
    """Return a see-through mask: each pixel is in it for `opacity` (0 to 1) of the Bayer steps."""
    return opacity > BAYER


class Canvas:
    """320x180 pixels, each a ramp and a step on it; starts as step 0 of the first ramp."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.ramp: NDArray[np.uint8] = np.zeros((HEIGHT, WIDTH), np.uint8)
        self.step: Field = np.zeros((HEIGHT, WIDTH))
        self._names = list(palette.ramps)

    def copy(self) -> Self:
        """Return a canvas that can be painted on without changing this one."""
        other = type(self)(self.palette)
        other.ramp, other.step = self.ramp.copy(), self.step.copy()
        return other

    def fill(self, where: Mask, ramp: str, step: Field | float) -> None:
        """Paint the masked pixels with a ramp, at one step or at a field of steps."""
        self.ramp[where] = self._names.index(ramp)
        self.step[where] = step[where] if isinstance(step, np.ndarray) else step

    def dot(self, x: NDArray[np.int64], y: NDArray[np.int64], ramp: str, step: Field | float) -> None:
        """Paint single pixels; those off the canvas are left out, later ones cover earlier ones."""
        seen = (x >= 0) & (x < WIDTH) & (y >= 0) & (y < HEIGHT)
        self.ramp[y[seen], x[seen]] = self._names.index(ramp)
        self.step[y[seen], x[seen]] = step[seen] if isinstance(step, np.ndarray) else step

    def lighten(self, steps: Field | float, where: Mask | None = None) -> None:
        """Add steps of light (negative: shadow) to the masked pixels, or to all."""
        self.step += steps if where is None else np.where(where, steps, 0.0)

    def paste(self, other: "Canvas", where: Mask) -> None:
        """Take the masked pixels from another canvas of the same palette."""
        self.ramp[where], self.step[where] = other.ramp[where], other.step[where]

    def shows(self, *ramps: str) -> Mask:
        """Return where the canvas shows one of these ramps."""
        return np.isin(self.ramp, [self._names.index(ramp) for ramp in ramps])

    def picture(self, *, spread: float = 0.8) -> Picture:
        """Return the palette index of every pixel.

        `spread` is how much of the way between two steps is dithered: 0 gives hard bands, 1 dithers
        everywhere. Below 1, whole steps stay flat.
        """
        ramps = [self.palette.ramps[name] for name in self._names]
        last = np.array([len(ramp) - 1 for ramp in ramps])[self.ramp]
        step = np.floor(self.step + (BAYER - 0.5) * spread + 0.5).clip(0, last).astype(np.intp)
        longest = max(map(len, ramps))
        table = np.array([ramp + (0,) * (longest - len(ramp)) for ramp in ramps], np.uint8)
        picture: Picture = table[self.ramp, step]
        return picture
