"""The character of a melody in three figures, each in five levels: how a mood says how to play.

The model is told these for every piece it learns from, so that a composer can ask for them.
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note

LEVELS: Final = 5
# Quintiles of the 714 training songs of POP909-HSA.
DENSITY_EDGES: Final = (3.9, 4.5, 5.2, 6.3)  # notes a bar
SUSTAIN_EDGES: Final = (0.58, 0.66, 0.71, 0.80)  # share of time that sounds
REPEAT_EDGES: Final = (0.14, 0.20, 0.25, 0.31)  # share of notes that repeat the pitch before


class Character(NamedTuple):
    """Levels from 0, the least fifth of the songs, to 4, the greatest."""

    density: int  # busy or sparse
    sustain: int  # legato or broken up
    repeats: int  # on one pitch or on the move


def describe(melody: Sequence[Note], *, bars: int) -> Character:
    """Return the character of a melody of one note or more in `bars` bars."""
    sounding = sum(note.length for note in melody) / (bars * STEPS_PER_BAR)
    pairs = pairwise(melody)
    same = sum(a.pitch == b.pitch for a, b in pairs) / max(1, len(melody) - 1)
    return Character(
        bisect(DENSITY_EDGES, len(melody) / bars),
        bisect(SUSTAIN_EDGES, sounding),
        bisect(REPEAT_EDGES, same),
    )
