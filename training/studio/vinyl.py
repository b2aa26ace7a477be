"""The surface of an old record: crackle, a few loud ticks, hiss and a low rumble."""

import numpy as np

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio, decibels_to_gain
from training.studio.filters import convolve
from training.studio.noise import coloured, impulses, slope, steady, wandering

CRACKLES_PER_SECOND = 14.0
TICKS_PER_SECOND = 0.5


def vinyl(frames: int, generator: np.random.Generator, *, level: float) -> Audio:
    """Return a seamless record surface; `level` is that of its hiss in dB RMS to full scale."""
    dust = CRACKLES_PER_SECOND * 2 * wandering(frames, generator, hertz=0.7)
    crackle = convolve(impulses(generator, density=dust, spread=0.8, heaviness=0.8), _click(0.0007, 2600))
    ticks = convolve(
        impulses(generator, density=steady(frames, TICKS_PER_SECOND), spread=0.5, heaviness=0.4),
        _click(0.002, 900),
    )
    hiss = coloured(frames, generator, colour=slope(-3, low=300, high=5000))
    rumble = coloured(frames, generator, colour=slope(-6, low=25, high=90))
    surface = hiss + 0.8 * rumble + 9 * crackle + 16 * ticks
    return np.asarray(surface * decibels_to_gain(level), np.float32)


def _click(seconds: float, hertz: float) -> Audio:
    """Return a mono kernel (taps,): a knock of `hertz` that dies away in about `seconds`."""
    time = np.arange(round(8 * seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return np.asarray(np.exp(-time / seconds) * np.sin(2 * np.pi * hertz * time), np.float32)
