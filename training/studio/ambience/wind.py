"""Wind in trees: gusts that rise in pitch with their strength, a whistle at the eaves, leaves."""

import numpy as np

from training.studio.audio import Audio, silence
from training.studio.noise import Curve, bell, coloured, slope, wandering

BANDS = 2.0 ** np.arange(6.5, 11.1, 0.5)  # Hz, 90 to 2,000, half an octave apart
CALM, STORM = 240.0, 620.0  # Hz, where the gust's strength lies at its weakest and strongest
WHISTLES = (410.0, 545.0, 730.0, 905.0)  # Hz


def wind(frames: int, generator: np.random.Generator) -> Audio:
    """Return `frames` of wind, not yet levelled."""
    gust = 0.8 * wandering(frames, generator, hertz=0.08)
    gust += 0.2 * wandering(frames, generator, hertz=0.3)
    sound = _gusts(frames, generator, gust)
    for hertz in WHISTLES:
        here = wandering(frames, generator, hertz=0.25) ** 3 * gust**3
        tone = coloured(frames, generator, colour=bell(hertz, octaves=0.035))
        sound += 0.55 * tone * here[:, np.newaxis]
    rustle = coloured(frames, generator, colour=slope(-2, low=2200, high=6500))
    flicker = wandering(frames, generator, hertz=7) * wandering(frames, generator, hertz=1.7)
    return sound + 0.28 * rustle * (gust**2 * (0.25 + 1.5 * flicker))[:, np.newaxis]


def _gusts(frames: int, generator: np.random.Generator, gust: Curve) -> Audio:
    """A band of noise whose centre climbs with the gust: fixed bands, faded into one another."""
    centre = CALM * (STORM / CALM) ** gust
    sound = silence(frames)
    for hertz in BANDS:
        weight = np.exp(-0.5 * (np.log2(centre / hertz) / 0.8) ** 2)
        band = coloured(frames, generator, colour=bell(float(hertz), octaves=0.45))
        sound += band * (weight * (0.35 + gust)).astype(np.float32)[:, np.newaxis]
    return sound
