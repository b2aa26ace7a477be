"""The form of a solo: which phrase stands at which bar, planned before a note is written."""

from dataclasses import dataclass
from typing import Final

PHRASE_BARS: Final = 4
# Two strains that come back, a bridge of two more, and the first strain once again.
PLAN: Final = "ABABCDABCDAB"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the form; phrases with the same letter are versions of each other."""

    letter: str  # upper case carries the melody, lower case leaves it room; i intro, o outro
    start: int  # bar
    bars: int


def plan_form(bars: int) -> tuple[Phrase, ...]:
    """Plan `bars` bars as phrases of four: A B A B C D A, then what is left over as an outro."""
    count, rest = divmod(bars, PHRASE_BARS)
    letters = [PLAN[number % len(PLAN)] for number in range(count)]
    phrases = [Phrase(letter, number * PHRASE_BARS, PHRASE_BARS) for number, letter in enumerate(letters)]
    if rest:
        phrases.append(Phrase("o", count * PHRASE_BARS, rest))
    return tuple(phrases)


def read_form(labels: list[tuple[str, int]]) -> tuple[Phrase, ...]:
    """Lay labelled lengths in bars end to end, as in `[("i", 4), ("A", 8)]`."""
    phrases, bar = [], 0
    for letter, length in labels:
        phrases.append(Phrase(letter, bar, length))
        bar += length
    return tuple(phrases)
