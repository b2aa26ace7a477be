"""Scores as sound: what a sampler makes of notes, to be looked for in a recording.

A sampler plays the nearest sample faster or slower. The same done here, note by note at the moments
the score gives, fits what the page played only if its notes, their pitches and their onsets agree.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from tests.e2e.hearing import Samples, decode
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT, steps_to_seconds, swing_delay

LETTERS: Final = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


class Event(NamedTuple):
    """A note as it sounds: `start` and `length` in seconds from bar 0, `pitch` a MIDI number."""

    start: float
    length: float
    pitch: int
    velocity: int


def solo_events(solo: Mapping[str, Any]) -> dict[str, list[Event]]:
    """Return the voices of a solo's JSON, see training/music/solo.py."""
    return {
        voice: [
            _event(note["start"], note["length"], note["pitch"], note["velocity"], timing=solo)
            for note in notes
        ]
        for voice, notes in solo["voices"].items()
    }


def song_events(song: Mapping[str, Any]) -> dict[str, list[Event]]:
    """Return the voices of a song's JSON, see docs/catalog.md."""
    return {
        voice: [
            _event(_steps(start), _steps(length), pitch_of(name), velocity, timing=song)
            for start, name, length, velocity in notes
        ]
        for voice, notes in song["voices"].items()
    }


def _event(start: float, length: float, pitch: int, velocity: int, *, timing: Mapping[str, Any]) -> Event:
    late = swing_delay(int(start), swing=timing["swing"]) if start == int(start) else 0
    begin, long = (steps_to_seconds(steps, bpm=timing["bpm"]) for steps in (start + late, length))
    return Event(begin, long, pitch, velocity)


def _steps(measures: str) -> float:
    bars, beats, sixteenths = (float(part) for part in measures.split(":"))
    return bars * STEPS_PER_BAR + beats * STEPS_PER_BEAT + sixteenths


def pitch_of(name: str) -> int:
    """Return the MIDI number of a note name such as `Db4`; C4 is 60."""
    letter, accidentals, octave = name[0], name[1:-1], int(name[-1])
    return 12 * (octave + 1) + LETTERS[letter] + accidentals.count("#") - accidentals.count("b")


def load_samples(paths: Mapping[str, Path], *, rate: int) -> dict[int, Samples]:
    """Return an instrument's samples by pitch."""
    return {pitch_of(name): decode(path, rate=rate) for name, path in paths.items()}


def perform(
    events: Sequence[Event],
    samples: Mapping[int, Samples],
    *,
    rate: int,
    between: tuple[float, float],
) -> Samples:
    """Return how the notes that start `between` two moments sound, from the first moment on."""
    begin, end = between
    sound = np.zeros(round((end - begin + 2) * rate))
    for start, length, pitch, velocity in events:
        if begin <= start < end:
            # As Tone.Sampler chooses: the nearest, and of two as near the higher.
            nearest = min(samples, key=lambda known: (abs(known - pitch), -known))
            sample = samples[nearest]
            step = 2 ** ((pitch - nearest) / 12)
            places = np.arange(0, min(len(sample) - 1, length * rate * step), step)
            note = np.interp(places, np.arange(len(sample)), sample) * (velocity / 127) ** 1.5
            first = round((start - begin) * rate)
            note = note[: len(sound) - first]
            sound[first : first + len(note)] += note
    return sound
