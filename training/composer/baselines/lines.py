"""One line out of many notes, so that what a model wrote can be compared with melodies."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from training.music.solo import Note


def top_line(notes: Sequence[Note]) -> list[Note]:
    """Return the highest note of each onset."""
    return [max(group, key=lambda note: note.pitch) for group in _onsets(notes)]


def single_line(notes: Sequence[Note]) -> list[Note]:
    """Return the notes that have their onset to themselves: the melody between struck chords."""
    return [group[0] for group in _onsets(notes) if len(group) == 1]


def without_rhythm(melody: Sequence[Note]) -> list[Note]:
    """Return the melody with a note at every step, so that `CopyIndex` compares its pitches alone."""
    return [replace(note, start=at, length=1) for at, note in enumerate(melody)]


def _onsets(notes: Sequence[Note]) -> list[list[Note]]:
    return [list(group) for _, group in groupby(sorted(notes), key=lambda note: note.start)]
