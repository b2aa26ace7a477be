"""Wind in trees: a gusty roar, a howl that rises with the gust, a whistle at the eaves, leaves."""

import numpy as np

from training.studio.audio import Audio, silence
from training.studio.noise import Curve, bell, coloured, levelled, slope, wandering

BANDS = 2.0 ** np.arange(6.5, 11.1, 0.5)  # Hz, 90 to 2,000, half an octave apart
CALM, STORM = 200.0, 900.0  # Hz, where the howl lies at the gust's weakest and strongest
WHISTLES = (410.0, 545.0, 730.0, 905.0)  # Hz


def render(frames: int, generator: np.random.Generator) -> Audio:
    """Return `frames` of wind, not yet levelled."""
    gust = 0.7 * wandering(frames, generator, hertz=0.1)
    gust += 0.3 * wandering(frames, generator, hertz=0.4)
    turbulence = 0.6 + 0.4 * wandering(frames, generator, hertz=6)
    roar = coloured(frames, generator, colour=slope(-8, low=170, high=4000))
    roar *= ((0.2 + gust**1.5) * turbulence)[:, np.newaxis]
    sound = levelled(roar)
    sound += 0.55 * levelled(_howl(frames, generator, gust))
    sound += 0.06 * levelled(_whistle(frames, generator, gust))
    sound += 0.11 * levelled(_leaves(frames, generator, gust))
    return sound


def _howl(frames: int, generator: np.random.Generator, gust: Curve) -> Audio:
    """A band of noise whose centre climbs with the gust: fixed bands, faded into one another."""
    centre = CALM * (STORM / CALM) ** gust
    howl = silence(frames)
    for hertz in BANDS:
        weight = np.exp(-0.5 * (np.log2(centre / hertz) / 0.5) ** 2) * (0.2 + gust**1.5)
        band = coloured(frames, generator, colour=bell(float(hertz), octaves=0.45))
        howl += band * weight.astype(np.float32)[:, np.newaxis]
    return howl


def _whistle(frames: int, generator: np.random.Generator, gust: Curve) -> Audio:
    """Gaps in the eaves sing, each now and then and only in the strongest gusts."""
    whistle = silence(frames)
    for hertz in WHISTLES:
        here = wandering(frames, generator, hertz=0.25) ** 3 * gust**3
        tone = coloured(frames, generator, colour=bell(hertz, octaves=0.035))
        whistle += tone * here[:, np.newaxis]
    return whistle


def _leaves(frames: int, generator: np.random.Generator, gust: Curve) -> Audio:
    rustle = coloured(frames, generator, colour=slope(-2, low=2200, high=6500))
    flicker = wandering(frames, generator, hertz=9) * wandering(frames, generator, hertz=2)
    return rustle * (gust**2 * (0.25 + 1.5 * flicker))[:, np.newaxis]
