"""What falls: sheets of rain and snow, and drops that run down a pane."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.studio.paint.canvas import HEIGHT, WIDTH, Mask
from training.studio.paint.motion import cycle, wave


def _plot(x: NDArray[np.float64], y: NDArray[np.float64]) -> Mask:
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    across, down = np.round(x).astype(np.intp), np.round(y).astype(np.intp)
    seen = (across >= 0) & (across < WIDTH) & (down >= 0) & (down < HEIGHT)
    mask[down[seen], across[seen]] = True
    return mask


def rain(t: float, *, seed: int, drops: int, length: int, turns: int, slant: float) -> Mask:
    """Return a sheet of rain: streaks `length` pixels long that fall `turns` screens a loop.

    `slant` is pixels across for each pixel down.
    """
    random = np.random.default_rng(seed)
    tall = HEIGHT + 40
    x0, phase = random.random(drops) * (WIDTH + tall * abs(slant)), random.random(drops)
    y = cycle(t, turns, phase) * tall - 20
    trail = np.arange(length)
    down = (y[:, None] + trail).ravel()
    # Sheets that slant left must start right of the canvas, and the other way round.
    start = x0 - (tall * slant if slant > 0 else 0)
    across = (start[:, None] + (y[:, None] + trail) * slant).ravel()
    return _plot(across, down)


def snow(t: float, *, seed: int, flakes: int, turns: int, sway: float, size: int = 1) -> Mask:
    """Return falling snow: flakes of `size` pixels that rock `sway` pixels to each side."""
    random = np.random.default_rng(seed)
    x0, phase, rock = random.random((3, flakes))
    y = cycle(t, turns, phase) * HEIGHT
    x = x0 * WIDTH + sway * wave(t, 1 + turns // 2, rock)
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    for dx in range(size):
        for dy in range(size):
            mask |= _plot(np.round(x) + dx, np.round(y) + dy)
    return mask


@dataclass(frozen=True, slots=True)
class Pane:
    """Drops on a window: `beads` stand still, `runners` slide and leave a wet trail."""

    beads: Mask
    runners: Mask
    trails: Mask


def pane(t: float, *, seed: int, beads: int, runners: int, top: int, bottom: int) -> Pane:
    """Return the drops on a pane of glass between two rows.

    A runner waits, slips, and waits again, once down the pane in a loop.
    """
    random = np.random.default_rng(seed)
    still = _plot(random.random(beads) * WIDTH, top + random.random(beads) * (bottom - top))
    x0, phase = random.random(runners) * WIDTH, random.random(runners)
    crooked = random.random((2, runners)) * 6
    age = cycle(t, 1, phase)
    # Two stumbles on the way down; the slope stays positive, so a drop never climbs.
    fall = age - np.sin(2 * np.pi * 3 * age) / (2 * np.pi * 3) * 0.9
    y = top + fall * (bottom - top + 24)
    # The trail is the way the drop has come, so it bends where the drop did.
    way = y[:, None] - np.arange(22)
    x = x0[:, None] + np.round(1.2 * np.sin(way / 9 + crooked[0, :, None]))
    drop = _plot(x[:, :3].ravel(), way[:, :3].ravel())
    inside = (way >= top).ravel()
    return Pane(still, drop, _plot(x.ravel()[inside], way.ravel()[inside]) & ~drop)
