"""How much of a melody stands in other melodies: the check that a model writes and does not recite.

A melody is read as pairs of (semitones from the note before, steps since its onset), so that a transposed
copy is still a copy.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from training.music.solo import Note

LONG_RUN = 8  # pairs; real songs share shorter runs with each other all the time

Pair = tuple[int, int]


class Copying(NamedTuple):
    """What one melody has in common with the music it is compared with."""

    longest_run: int  # pairs
    share_in_long_runs: float  # of its pairs, 0 to 1


class CopyIndex:
    """Melodies to compare with, indexed so that the longest common run is found quickly."""

    def __init__(self, melodies: Iterable[Sequence[Note]]) -> None:
        self._lines = [pairs(melody) for melody in melodies]
        self._places: dict[Pair, list[tuple[int, int]]] = {}
        for line, sequence in enumerate(self._lines):
            for at, pair in enumerate(sequence):
                self._places.setdefault(pair, []).append((line, at))

    def compare(self, melody: Sequence[Note]) -> Copying:
        """Return the longest run the melody shares with any one piece, and its share in long runs."""
        sequence = pairs(melody)
        longest, covered = 0, [False] * len(sequence)
        running: dict[tuple[int, int], int] = {}  # (line, next place) -> length of the run so far
        for at, pair in enumerate(sequence):
            running = {
                (line, place + 1): running.get((line, place), 0) + 1
                for line, place in self._places.get(pair, ())
            }
            run = max(running.values(), default=0)
            longest = max(longest, run)
            if run >= LONG_RUN:
                covered[at - run + 1 : at + 1] = [True] * run
        return Copying(longest, sum(covered) / max(1, len(covered)))


def pairs(melody: Sequence[Note]) -> list[Pair]:
    """Return (interval in semitones, onset distance in steps) for each note but the first."""
    return [(b.pitch - a.pitch, b.start - a.start) for a, b in pairwise(melody)]
