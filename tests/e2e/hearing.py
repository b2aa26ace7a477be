"""Ears for the tests: where a known file sounds within a recording of everything at once."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from imageio_ffmpeg import get_ffmpeg_exe
from numpy.typing import NDArray

Samples = NDArray[np.float64]

BAND: Final = (80.0, 8_000.0)  # Hz; what passes the station's colour nearly unchanged


def decode(path: Path, *, rate: int) -> Samples:
    """Return a sound file as one channel at `rate` frames a second: (frames,), -1 to 1."""
    command = [get_ffmpeg_exe(), "-v", "error", "-i", path, "-ac", "1", "-ar", str(rate)]
    run = subprocess.run([*command, "-f", "f32le", "-"], capture_output=True, check=True)
    return np.frombuffer(run.stdout, dtype="<f4").astype(np.float64)


@dataclass(frozen=True)
class Match:
    """Where a reference fits a recording best, and how far that stands out."""

    seconds: float  # from the recording's first frame to the reference's
    strength: float  # the correlation there, in standard deviations of all others


def find(reference: Samples, recording: Samples, *, rate: int, between: tuple[float, float]) -> Match:
    """Find where `reference` begins in `recording`, looking `between` two moments in seconds.

    A matched filter with the phase transform (Knapp & Carter 1976): the magnitudes of the cross
    spectrum are set to one within BAND, so that the peak is a sample wide whatever the timbre, and a
    quiet layer is found under loud ones.
    """
    size = 1 << (len(reference) + len(recording)).bit_length()
    cross = np.fft.rfft(recording, size) * np.fft.rfft(reference, size).conj()
    frequencies = np.fft.rfftfreq(size, 1 / rate)
    whitened = np.zeros_like(cross)
    inside = (frequencies >= BAND[0]) & (frequencies <= BAND[1])
    whitened[inside] = cross[inside] / np.maximum(np.abs(cross[inside]), 1e-12)
    correlation = np.fft.irfft(whitened, size)
    first, last = (round(moment * rate) for moment in between)
    lags = np.arange(first, last)
    window = correlation[lags % size]
    best = int(window.argmax())
    return Match(float(lags[best] / rate), float(window[best] / correlation.std()))


def levels(recording: Samples, *, rate: int, seconds: float = 0.01) -> Samples:
    """Return the root mean square of each stretch of `seconds`: (stretches,), linear."""
    frames = round(seconds * rate)
    whole = recording[: len(recording) // frames * frames].reshape(-1, frames)
    return np.asarray(np.sqrt((whole**2).mean(axis=1)))


def longest_silence(recording: Samples, *, rate: int, decibels: float = -60) -> float:
    """Return the longest stretch below `decibels` full scale, in seconds."""
    quiet = levels(recording, rate=rate) < 10 ** (decibels / 20)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], quiet.astype(int), [0]])))
    return float((edges[1::2] - edges[::2]).max(initial=0)) * 0.01
