"""Ears for notes: whether a recording's pitches rise where a score says they begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT, steps_to_seconds, swing_delay

WINDOW: Final = 4096  # frames; 93 ms at 44.1 kHz
HOP: Final = 441  # frames; 10 ms
RISE: Final = 6.0  # decibels by which a pitch must grow to have been struck
LOWEST: Final = 55  # MIDI; below, a window holds too few periods to tell neighbours apart
NAMES: Final = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


class Onset(NamedTuple):
    """A note's beginning: `seconds` from bar 0, `pitch` a MIDI number."""

    seconds: float
    pitch: int


@dataclass(frozen=True)
class Hearing:
    """How well a score fits: where its bar 0 is in the recording, and the share of notes struck."""

    bar_0: float  # seconds of the recording
    share: float  # 0 to 1


def solo_onsets(solo: Mapping[str, Any], *, voice: str) -> list[Onset]:
    """Return one voice of a solo's JSON as onsets."""
    return [
        Onset(_seconds(note["start"], bpm=solo["bpm"], swing=solo["swing"]), note["pitch"])
        for note in solo["voices"][voice]
    ]


def song_onsets(song: Mapping[str, Any], *, voice: str) -> list[Onset]:
    """Return one voice of a song as onsets; see docs/catalog.md."""
    return [
        Onset(_seconds(_steps(start), bpm=song["bpm"], swing=song["swing"]), _pitch(name))
        for start, name, _length, _velocity in song["voices"][voice]
    ]


def _seconds(step: int, *, bpm: int, swing: float) -> float:
    return steps_to_seconds(step + swing_delay(step, swing=swing), bpm=bpm)


def _steps(measures: str) -> int:
    bars, beats, sixteenths = (int(part) for part in measures.split(":"))
    return bars * STEPS_PER_BAR + beats * STEPS_PER_BEAT + sixteenths


def _pitch(name: str) -> int:
    letter, accidental, octave = name[0], name[1:-1], int(name[-1])
    return 12 * (octave + 1) + NAMES[letter] + accidental.count("#") - accidental.count("b")


def hear(
    onsets: Sequence[Onset],
    recording: NDArray[np.float64],
    *,
    rate: int,
    between: tuple[float, float],
) -> Hearing:
    """Fit onsets to a recording, looking for bar 0 `between` two moments in seconds."""
    heights = rises(recording, rate=rate)
    audible = [onset for onset in onsets if onset.pitch >= LOWEST]
    frames = np.array([round(onset.seconds * rate / HOP) for onset in audible])
    pitches = np.array([onset.pitch for onset in audible])
    best = Hearing(0.0, 0.0)
    for shift in range(*(round(moment * rate / HOP) for moment in between)):
        inside = (frames + shift >= 0) & (frames + shift < len(heights))
        struck = heights[(frames + shift)[inside], pitches[inside]] > RISE
        if inside.any() and struck.mean() > best.share:
            best = Hearing(shift * HOP / rate, float(struck.mean()))
    return best


def rises(recording: NDArray[np.float64], *, rate: int) -> NDArray[np.float64]:
    """Return by how much each pitch grows around each moment, in decibels: (moments, 128)."""
    frames = np.lib.stride_tricks.sliding_window_view(recording, WINDOW)[::HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(WINDOW))) ** 2
    frequencies = 440 * 2 ** ((np.arange(128) - 69) / 12)
    bins = np.clip(np.round(frequencies * WINDOW / rate).astype(int), 0, power.shape[1] - 1)
    decibels = 10 * np.log10(power[:, bins] + 1e-10)
    # The window that begins 20 ms after a moment against the one that ends 20 ms before it.
    after, before = 2, WINDOW // HOP + 2
    grown = np.zeros_like(decibels)
    grown[before:-after] = decibels[before + after :] - decibels[: -before - after]
    return grown
