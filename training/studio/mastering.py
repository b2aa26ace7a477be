"""Bring every file of a kind to one loudness, so that equal sliders sound equal."""

from dataclasses import dataclass

import numpy as np
import pyloudnorm
from scipy import signal

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio, decibels_to_gain

# LUFS by kind. Together at equal sliders they make about -16 LUFS, a little below lofi records, which
# leaves room for the page's own colour. The drums lie under the music and the weather behind both.
TARGETS = {"drums": -23.0, "ambience": -27.0, "quotes": -20.0, "solos": -17.0}

TRUE_PEAK_CEILING = -1.5  # dBTP, left for what Vorbis adds on decoding
OVERSAMPLING = 4  # ITU-R BS.1770-4, annex 2


@dataclass(frozen=True, slots=True)
class Master:
    """Finished audio with its measured integrated loudness (LUFS) and true peak (dBTP)."""

    audio: Audio
    loudness: float
    true_peak: float


def master(audio: Audio, *, loudness: float) -> Master:
    """Return `audio` at `loudness` (LUFS).

    Raises:
        ValueError: when its true peak would then pass the ceiling.
    """
    gain = decibels_to_gain(loudness - measure_loudness(audio))
    levelled = np.asarray(audio * gain, np.float32)
    peak = measure_true_peak(levelled)
    if peak > TRUE_PEAK_CEILING:
        raise ValueError(
            f"at {loudness} LUFS the true peak would be {peak:.1f} dBTP, above "
            f"{TRUE_PEAK_CEILING}: saturate the sound more or choose a lower target"
        )
    return Master(levelled, measure_loudness(levelled), peak)


def measure_loudness(audio: Audio) -> float:
    """Return the integrated loudness in LUFS (ITU-R BS.1770); needs at least 0.4 s."""
    return float(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(audio.astype(np.float64)))


def measure_true_peak(audio: Audio) -> float:
    """Return the highest level between the samples too, in dB against full scale (dBTP)."""
    between = signal.resample_poly(audio, OVERSAMPLING, 1, axis=0)
    return float(20 * np.log10(np.abs(between).max()))
