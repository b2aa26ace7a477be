"""A small synthetic room, so that dry sounds share one place."""

import numpy as np

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio, decibels_to_gain
from training.studio.filters import band_pass, convolve

PREDELAY_SECONDS = 0.009  # the nearest wall is about 1.5 m away


def room(
    audio: Audio, generator: np.random.Generator, *, seconds: float, wet: float, damping: float
) -> Audio:
    """Return `audio` with the echo of a room added, wrapped round as a loop's must be.

    `seconds` is the time in which the echo falls by 60 dB, `wet` its level against the dry sound in
    decibels, `damping` the frequency in Hz above which the walls swallow it.
    """
    frames = round(seconds * SAMPLE_RATE)
    decay = 10 ** (-3 * np.arange(frames) / frames)
    noise = generator.standard_normal((frames, 2)) * decay[:, np.newaxis]
    echo = band_pass(noise.astype(np.float32), 180, damping, order=1)
    echo *= decibels_to_gain(wet) / np.sqrt(np.mean(np.sum(echo**2, axis=0)))
    impulse = np.concatenate([np.zeros((round(PREDELAY_SECONDS * SAMPLE_RATE), 2)), echo])
    return audio + convolve(audio, impulse)
