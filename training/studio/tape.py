"""The colour of a worn cassette: wow, flutter and soft saturation."""

import numpy as np
from scipy import ndimage

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio, decibels_to_gain

WOW_HERTZ = (0.35, 0.6, 1.1)  # the reels turn unevenly
FLUTTER_HERTZ = (5.3, 7.1, 9.7)  # the capstan and the tape tremble


def wow_and_flutter(
    audio: Audio, generator: np.random.Generator, *, wow_cents: float, flutter_cents: float
) -> Audio:
    """Return `audio` with its pitch wandering by at most the given cents at each kind of rate.

    The playback delay is a sum of sines with whole cycles in the loop, so the seam stays closed.
    """
    frames = len(audio)
    time = np.arange(frames, dtype=np.float64)
    place = time.copy()
    for rates, cents in ((WOW_HERTZ, wow_cents), (FLUTTER_HERTZ, flutter_cents)):
        deviation = (2 ** (cents / 1200) - 1) / len(rates)  # of the speed, by each sine
        for hertz in rates:
            turn = 2 * np.pi * max(1, round(hertz * frames / SAMPLE_RATE)) / frames
            place += deviation / turn * np.sin(turn * time + generator.uniform(0, 2 * np.pi))
    sides = [ndimage.map_coordinates(side, place[np.newaxis], order=3, mode="grid-wrap") for side in audio.T]
    return np.stack(sides, axis=1, dtype=np.float32)


def saturate(audio: Audio, *, drive: float) -> Audio:
    """Return `audio` rounded off by a tanh after `drive` dB of gain, which are then taken back.

    Quiet passages keep their level; what would reach beyond full scale is held below it.
    """
    gain = decibels_to_gain(drive)
    return np.asarray(np.tanh(audio * gain) / gain, np.float32)
