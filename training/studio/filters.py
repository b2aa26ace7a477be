"""Filters and convolution for loops: what leaves at the end of the audio comes in at its start.

Everything is done on the whole loop's spectrum, which is the steady state of playing it for ever.
Audio that begins and ends in silence (a spoken line, a one-shot) comes out as from any filter.
"""

import numpy as np
import numpy.typing as npt
from scipy import fft, signal

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio


def low_pass(audio: Audio, hertz: float, *, order: int = 2) -> Audio:
    """Return `audio` with what lies above `hertz` falling by 6 dB an octave for each `order`."""
    return _butterworth(audio, hertz, order=order, kind="lowpass")


def high_pass(audio: Audio, hertz: float, *, order: int = 2) -> Audio:
    """Return `audio` with what lies below `hertz` falling by 6 dB an octave for each `order`."""
    return _butterworth(audio, hertz, order=order, kind="highpass")


def band_pass(audio: Audio, low: float, high: float, *, order: int = 2) -> Audio:
    """Return the part of `audio` between `low` and `high` (Hz)."""
    return high_pass(low_pass(audio, high, order=order), low, order=order)


def convolve(audio: Audio, kernel: npt.NDArray[np.floating]) -> Audio:
    """Return the circular convolution of `audio` (frames, 2) with `kernel` (taps,) or (taps, 2)."""
    if kernel.ndim == 1:
        kernel = kernel[:, np.newaxis]
    frames = len(audio)
    spectrum = fft.rfft(audio, axis=0) * fft.rfft(kernel.astype(np.float32), frames, axis=0)
    return np.asarray(fft.irfft(spectrum, frames, axis=0), np.float32)


def _butterworth(audio: Audio, hertz: float, *, order: int, kind: str) -> Audio:
    frames = len(audio)
    sections = signal.butter(order, hertz, kind, fs=SAMPLE_RATE, output="sos")
    _, response = signal.sosfreqz(sections, fft.rfftfreq(frames, 1 / SAMPLE_RATE), fs=SAMPLE_RATE)
    spectrum = fft.rfft(audio, axis=0) * response.astype(np.complex64)[:, np.newaxis]
    return np.asarray(fft.irfft(spectrum, frames, axis=0), np.float32)
