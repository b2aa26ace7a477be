"""Rain on a window: a shower that swells and thins, drops on the glass, a dripping gutter."""

import numpy as np

from training.studio.ambience.grains import bubble, ring, snap
from training.studio.audio import Audio, silence
from training.studio.filters import convolve
from training.studio.noise import Curve, coloured, impulses, slope, steady, wandering
from training.studio.room import room
from training.studio.tape import saturate

PANES = ((1900, 0.0021), (2600, 0.0016), (3400, 0.0012), (1250, 0.0030))  # Hz, seconds
GUTTER = ((620, 0.030), (840, 0.022), (1130, 0.016))  # Hz, seconds


def rain(frames: int, generator: np.random.Generator) -> Audio:
    """Return `frames` of rain, not yet levelled."""
    shower = 0.65 + 0.35 * wandering(frames, generator, hertz=0.09)
    patter = shower * (0.8 + 0.4 * wandering(frames, generator, hertz=1.3))
    far = coloured(frames, generator, colour=slope(-2.2, low=350, high=6500))
    near = coloured(frames, generator, colour=slope(0, low=2500, high=9000))
    sound = far * shower[:, np.newaxis] + 0.35 * near * patter[:, np.newaxis]

    splash = snap(generator, seconds=0.0012, low=900, high=7000)
    sound += 0.5 * convolve(impulses(generator, density=420 * patter, spread=1, heaviness=0.6), splash)
    sound += _drops_on_glass(frames, generator, shower)
    return saturate(sound + _gutter(frames, generator), drive=-16)


def _drops_on_glass(
    frames: int,
    generator: np.random.Generator,
    shower: Curve,
) -> Audio:
    drops = silence(frames)
    for hertz, seconds in PANES:
        fall = impulses(generator, density=5 * shower, spread=0.9, heaviness=0.6)
        tap = ring(hertz, seconds=seconds)
        tap += 0.5 * snap(generator, seconds=seconds, low=600, high=6000)[: len(tap)]
        drops += 1.3 * convolve(fall, tap)
    return room(drops, generator, seconds=0.3, wet=-14, damping=5000)


def _gutter(frames: int, generator: np.random.Generator) -> Audio:
    drips = silence(frames)
    for hertz, seconds in GUTTER:
        fall = impulses(generator, density=steady(frames, 0.35), spread=0.6, heaviness=0.3)
        drips += 0.7 * convolve(fall, bubble(hertz, seconds=seconds, rise=0.12))
    return room(drips, generator, seconds=0.5, wet=-8, damping=3500)
