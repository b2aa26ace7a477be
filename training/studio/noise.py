"""Random raw material that loops by construction: noise, slow curves, scattered impulses."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import fft

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio

Curve: TypeAlias = npt.NDArray[np.float32]  # (frames,)
Colour: TypeAlias = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]  # Hz -> amplitude


def slope(decibels_per_octave: float, *, low: float, high: float) -> Colour:
    """Return the colour of noise that falls or rises by an octave's step between two edges.

    -3 is pink, -6 brown, 0 white; outside `low` and `high` (Hz) it falls 12 dB an octave.
    """

    def amplitude(hertz: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        hertz = np.maximum(hertz, 1.0)
        tilt = hertz ** (decibels_per_octave / 20 / np.log10(2))
        return np.asarray(tilt / (1 + (low / hertz) ** 2) / (1 + (hertz / high) ** 2))

    return amplitude


def bell(hertz: float, *, octaves: float) -> Colour:
    """Return the colour of a band around `hertz`: a Gaussian, `octaves` its standard deviation."""

    def amplitude(frequency: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        distance = np.log2(np.maximum(frequency, 1.0) / hertz) / octaves
        return np.asarray(np.exp(-0.5 * distance**2))

    return amplitude


def coloured(frames: int, generator: np.random.Generator, *, colour: Colour) -> Audio:
    """Return seamless stereo noise of the given colour, its sides independent, at an RMS of 1.

    White noise is shaped in the spectrum of the whole loop, so its end runs on into its start.
    """
    spectrum = fft.rfft(generator.standard_normal((frames, 2), np.float32), axis=0)
    spectrum *= colour(fft.rfftfreq(frames, 1 / SAMPLE_RATE)).astype(np.float32)[:, np.newaxis]
    spectrum[0] = 0
    return levelled(np.asarray(fft.irfft(spectrum, frames, axis=0), np.float32))


def levelled(audio: Audio) -> Audio:
    """Return `audio` at an RMS of 1, so that its share in a mix can be told by one factor."""
    return np.asarray(audio / np.sqrt(np.mean(audio**2)), np.float32)


def wandering(frames: int, generator: np.random.Generator, *, hertz: float) -> Curve:
    """Return a smooth random curve between 0 and 1 that turns about `hertz` times a second.

    Seamless, because it is a sum of whole cycles; half of its time is spent below 0.5.
    """
    cycles = max(2, round(4 * hertz * frames / SAMPLE_RATE))
    strength = np.exp(-0.5 * (np.arange(cycles + 1) * SAMPLE_RATE / frames / hertz) ** 2)
    phases = generator.standard_normal((2, cycles + 1)) * strength
    spectrum = np.zeros(frames // 2 + 1, np.complex128)
    spectrum[1 : cycles + 1] = phases[0, 1:] + 1j * phases[1, 1:]
    curve = fft.irfft(spectrum, frames)
    return np.asarray(0.5 + 0.5 * np.tanh(curve / curve.std()), np.float32)


def impulses(generator: np.random.Generator, *, density: Curve, spread: float, heaviness: float) -> Audio:
    """Return single-frame clicks scattered over the loop, at random places, levels and sides.

    `density` (frames,) is how many to expect a second at each moment; `spread` is 0 (all in the
    middle) to 1 (anywhere); `heaviness` is the standard deviation of their level in nepers: the
    larger, the rarer the loud ones among the faint.
    """
    chance = np.cumsum(density, dtype=np.float64) / SAMPLE_RATE
    count = generator.poisson(chance[-1])
    places = np.searchsorted(chance, generator.random(count) * chance[-1])
    levels = generator.lognormal(0, heaviness, count) * generator.choice([-1, 1], count)
    angles = (1 + spread * generator.uniform(-1, 1, count)) * np.pi / 4
    clicks = np.zeros((len(density), 2), np.float32)
    np.add.at(clicks, places, (levels * np.stack([np.cos(angles), np.sin(angles)])).T)
    return clicks


def steady(frames: int, rate: float) -> Curve:
    """Return the density of `rate` events a second throughout."""
    return np.full(frames, rate, np.float32)
