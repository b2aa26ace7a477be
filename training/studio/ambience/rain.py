"""Rain on a window: a shower that swells and thins, drops on the glass, a dripping gutter."""

import numpy as np

from training.studio.ambience.grains import bubble, snap
from training.studio.audio import Audio, silence
from training.studio.filters import convolve, low_pass
from training.studio.noise import (
    Curve,
    coloured,
    impulses,
    levelled,
    slope,
    steady,
    wandering,
)
from training.studio.room import room
from training.studio.tape import saturate

PANES = ((250, 1800), (400, 2600), (600, 3600), (900, 5000))  # Hz: how dully each one knocks
GUTTER = ((620, 0.030), (840, 0.022), (1130, 0.016))  # Hz, seconds


def render(frames: int, generator: np.random.Generator) -> Audio:
    """Return `frames` of rain, not yet levelled."""
    shower = 0.65 + 0.35 * wandering(frames, generator, hertz=0.09)
    bed = coloured(frames, generator, colour=slope(-2.4, low=350, high=6500))
    sound = bed * shower[:, np.newaxis]
    sound += 0.55 * levelled(_splashes(generator, shower))
    sound += 0.35 * levelled(_drops_on_glass(frames, generator, shower))
    sound += 0.05 * levelled(_gutter(frames, generator))
    return low_pass(saturate(sound, drive=-16), 5000)  # a window stands between


def _splashes(generator: np.random.Generator, shower: Curve) -> Audio:
    """Thousands of drops on stone and leaves, few of them near enough to stand out."""
    fall = impulses(generator, density=3000 * shower, spread=1, heaviness=1.2)
    return convolve(fall, snap(generator, seconds=0.0006, low=2000, high=9000))


def _drops_on_glass(frames: int, generator: np.random.Generator, shower: Curve) -> Audio:
    drops = silence(frames)
    for low, high in PANES:
        fall = impulses(generator, density=6 * shower, spread=0.9, heaviness=0.7)
        drops += convolve(fall, snap(generator, seconds=0.0025, low=low, high=high))
    return room(drops, generator, seconds=0.3, wet=-14, damping=5000)


def _gutter(frames: int, generator: np.random.Generator) -> Audio:
    drips = silence(frames)
    for hertz, seconds in GUTTER:
        fall = impulses(generator, density=steady(frames, 0.35), spread=0.6, heaviness=0.3)
        drips += convolve(fall, bubble(hertz, seconds=seconds, rise=0.12))
    return room(drips, generator, seconds=0.5, wet=-8, damping=3500)
