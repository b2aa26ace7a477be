"""Choosing among takes: of several melodies drawn for one solo, the one that best does what was asked."""

from collections.abc import Sequence
from typing import Final

from training.music.character import Character, describe
from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note

# Share of bars that stand earlier in the piece too, median of held-out songs of POP909-HSA in 30 bars.
REPEATED_BARS: Final = 0.05
REPETITION_WEIGHT: Final = 8.0  # levels of character that a melody with no, or only, repetition is off


def best_take(takes: Sequence[Sequence[Note]], *, asked: Character, bars: int) -> Sequence[Note]:
    """Return the first take nearest to the character asked for and to the repetition of real songs.

    Raises:
        ValueError: when there is no take, or none has a note.
    """
    sung = [take for take in takes if take]
    if not sung:
        raise ValueError("every take is silent: compose more bars or raise the temperature")

    def distance(take: Sequence[Note]) -> float:
        levels = zip(describe(take, bars=bars), asked, strict=True)
        off = abs(repeated_bars(take) - REPEATED_BARS)
        return sum(abs(have - want) for have, want in levels) + REPETITION_WEIGHT * off

    return min(sung, key=distance)


def repeated_bars(melody: Sequence[Note]) -> float:
    """Return the share of bars with an onset, 0 to 1, that are note for note like an earlier one."""
    bars: dict[int, list[tuple[int, int, int]]] = {}
    for note in melody:
        bar, step = divmod(note.start, STEPS_PER_BAR)
        bars.setdefault(bar, []).append((step, note.pitch, note.length))
    shapes = [tuple(bars[bar]) for bar in sorted(bars)]
    return sum(shape in shapes[:at] for at, shape in enumerate(shapes)) / max(1, len(shapes))
