"""How much of a melody stands in other melodies: the check that a model writes and does not recite.

A melody is read as pairs of (semitones from the note before, steps since its onset), so that a transposed
copy is still a copy.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from training.music.solo import Note

LONG_RUN: Final = 8  # pairs; real songs share shorter runs with each other all the time

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


class KnownRuns:
    """Every run of LONG_RUN pairs of the training music, as 32-bit hashes: enough to know one again.

    The music itself cannot be had back from them. One run in some ten thousand new ones is taken for a
    known one by chance, which costs nothing but another choice.
    """

    def __init__(self, hashes: NDArray[np.uint32]) -> None:
        self.hashes = np.unique(hashes)

    @classmethod
    def of(cls, melodies: Iterable[Sequence[Note]]) -> Self:
        """Return the runs of melodies."""
        runs = [
            line[at : at + LONG_RUN]
            for line in map(pairs, melodies)
            for at in range(len(line) - LONG_RUN + 1)
        ]
        return cls(_hash(np.array(runs, np.int64).reshape(-1, LONG_RUN, 2).T))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a file written by `save`.

        Raises:
            ValueError: when it is missing or damaged.
        """
        try:
            return cls(np.load(path, allow_pickle=False))
        except (OSError, EOFError, ValueError) as error:
            raise ValueError(
                f"cannot read the known runs {path} ({error}); restore the file or train again"
            ) from error

    def save(self, path: Path) -> None:
        """Write the hashes aside, then into place."""
        aside = path.with_suffix(".part")
        with aside.open("wb") as file:
            np.save(file, self.hashes)
        aside.replace(path)

    def completed_by(self, onsets: Sequence[tuple[int, int]], step: int, pitches: int) -> NDArray[np.bool_]:
        """Return (pitches,) flags: which pitch at `step` would complete a known run.

        Args:
            onsets: (step, pitch) of each note so far, pitches counted from 0.
            step: where the next note would begin.
            pitches: how many there are.
        """
        if len(onsets) < LONG_RUN:
            return np.zeros(pitches, np.bool_)
        recent = np.array(onsets[-LONG_RUN:], np.int64)  # (LONG_RUN, 2)
        intervals = np.empty((LONG_RUN, pitches), np.int64)
        distances = np.empty((LONG_RUN, pitches), np.int64)
        intervals[:-1] = np.diff(recent[:, 1])[:, None]
        distances[:-1] = np.diff(recent[:, 0])[:, None]
        intervals[-1] = np.arange(pitches) - recent[-1, 1]
        distances[-1] = step - recent[-1, 0]
        hashes = _hash(np.stack([intervals, distances]))
        at = np.searchsorted(self.hashes, hashes).clip(max=len(self.hashes) - 1)
        found: NDArray[np.bool_] = self.hashes[at] == hashes
        return found


def _hash(run: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return the hash of runs (2, LONG_RUN, n) of intervals and distances: (n,).

    FNV-1a over the pairs, 64 bits folded to 32 (Fowler, Noll and Vo, RFC 9923).
    """
    value = np.full(run.shape[2:], 0xCBF29CE484222325, np.uint64)
    for interval, distance in zip(*run, strict=True):
        for part in (interval + 128, distance):
            value = (value ^ part.astype(np.uint64)) * np.uint64(0x100000001B3)
    folded: NDArray[np.uint32] = (value ^ (value >> np.uint64(32))).astype(np.uint32)
    return folded
