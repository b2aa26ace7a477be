"""The small sounds weather is made of, as mono kernels (taps,) to be strewn over a loop."""

import numpy as np

from training.music.grid import SAMPLE_RATE
from training.studio.noise import Curve


def ring(hertz: float, *, seconds: float) -> Curve:
    """Return a struck resonance: a sine of `hertz` that falls to a third every `seconds`."""
    time = np.arange(round(7 * seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return np.asarray(np.exp(-time / seconds) * np.sin(2 * np.pi * hertz * time), np.float32)


def bubble(hertz: float, *, seconds: float, rise: float) -> Curve:
    """Return a drop falling into water: the air it encloses rings higher as it shrinks.

    The pitch begins at `hertz` and rises by the share `rise` every `seconds`, the time in which the
    sound falls to a third (van den Doel, "Physically based models for liquid sounds", 2005).
    """
    time = np.arange(round(6 * seconds * SAMPLE_RATE)) / SAMPLE_RATE
    phase = 2 * np.pi * hertz * (time + 0.5 * rise * time**2 / seconds)
    attack = np.minimum(1, time / 0.0015)
    return np.asarray(attack * np.exp(-time / seconds) * np.sin(phase), np.float32)


def snap(generator: np.random.Generator, *, seconds: float, low: float, high: float) -> Curve:
    """Return a burst of noise from `low` to `high` (Hz) that falls to a third every `seconds`."""
    taps = max(64, round(7 * seconds * SAMPLE_RATE))
    spectrum = np.fft.rfft(generator.standard_normal(2 * taps))
    hertz = np.fft.rfftfreq(2 * taps, 1 / SAMPLE_RATE)
    spectrum *= 1 / (1 + (low / np.maximum(hertz, 1)) ** 4) / (1 + (hertz / high) ** 4)
    decay = np.exp(-np.arange(taps) / (seconds * SAMPLE_RATE))
    burst = np.fft.irfft(spectrum)[:taps] * decay
    return np.asarray(burst / np.abs(burst).max(), np.float32)
