"""What a voice's model reads and writes: one scheme a voice, shared by training and composing.

Every voice sees its own past and its place in the form. The widest look back is not a fixed distance but the
form's own: the same place in the last phrase with this phrase's letter, so that a strain that returns can be
recognised and varied. What else a voice sees, it adds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from training.music.form import Phrase
from training.music.grid import STEPS_PER_BAR
from training.music.tokens import DURATIONS, LONGEST, Alphabet, Event

LOOK_BACKS: Final = (1, 2, 4, 8, 16)  # bars
FAR: Final = 16  # bars; "bars left" counts no further
LONG_PHRASE: Final = 8  # bars; places in a phrase count no further
SECTIONS: Final = ("melody", "interlude", "intro", "outro")
# Whose music: the pop songs of the pre-training, or a mood of the house corpus. New ones go at the end.
POP: Final = "pop"
STYLES: Final = (POP, "rainy", "cosy", "drifting", "late")
RHYTHMS: Final = 2 * (LONGEST + 1)  # steps until the sounding event ends, twice: held, or beginning here

Column = tuple[str, int]  # name and vocabulary size


@dataclass(frozen=True)
class Scheme:
    """One voice's alphabet and features."""

    name: str
    alphabet: Alphabet
    extra: tuple[Column, ...]  # after the columns all voices have
    dense: int  # width of the features that are not one-hot

    @property
    def columns(self) -> tuple[Column, ...]:
        """The one-hot features. Columns named *_kind share one embedding, *_rhythm another."""
        kinds = self.alphabet.size
        return (
            ("previous_kind", kinds),
            ("previous_duration", DURATIONS),
            ("style", len(STYLES)),
            ("step_in_bar", STEPS_PER_BAR),
            ("bar_in_phrase", LONG_PHRASE + 1),
            ("bars_left_in_phrase", LONG_PHRASE + 1),
            ("bars_left", FAR + 1),
            ("section", len(SECTIONS)),
            *((f"back_{bars}_kind", kinds) for bars in LOOK_BACKS),
            ("strain_kind", kinds),
            *((f"back_{bars}_rhythm", RHYTHMS) for bars in LOOK_BACKS),
            ("strain_rhythm", RHYTHMS),
            *self.extra,
        )


class Line:
    """What a voice has sounded so far, and where it stands in the form."""

    def __init__(self, alphabet: Alphabet, *, form: Sequence[Phrase], bars: int, style: str) -> None:
        """Start an empty line of `bars` bars; bars after the form's last phrase count as an outro."""
        self.bars = bars
        self.steps = bars * STEPS_PER_BAR
        self.step = 0
        self._alphabet = alphabet
        self._style = STYLES.index(style)
        self._kinds = np.full(self.steps, alphabet.start, np.int32)  # symbols and rests, ties undone
        self._rhythms = np.zeros(self.steps, np.int32)
        self._last = Event(0, alphabet.start)
        self._sounding = alphabet.start
        self._places = [_place(form, bar) for bar in range(bars)]

    def write(self, event: Event) -> None:
        """Append one event; what runs past the last bar is cut."""
        stop = min(self.step + event.duration, self.steps)
        is_tie = event.kind == self._alphabet.tie
        if not is_tie:
            self._sounding = event.kind
        self._kinds[self.step : stop] = self._sounding
        self._rhythms[self.step : stop] = np.arange(stop - self.step, 0, -1)
        if self.step < stop and not is_tie:
            self._rhythms[self.step] += LONGEST + 1
        self._last = event
        self.step = stop

    @property
    def returning(self) -> bool:
        """Whether an earlier phrase with this phrase's letter has music at this place."""
        return self._place()[-1] > 0

    def columns(self) -> list[int]:
        """Return the features that all voices have, in the scheme's order."""
        in_phrase, left_in_phrase, section, strain = self._place()
        kinds, rhythms = [], []
        for bars in (*LOOK_BACKS, strain):
            at = self.step - STEPS_PER_BAR * bars
            known = bars > 0 and 0 <= at < self.steps
            kinds.append(int(self._kinds[at]) if known else self._alphabet.start)
            rhythms.append(int(self._rhythms[at]) if known else 0)
        bar, step_in_bar = divmod(self.step, STEPS_PER_BAR)
        return [
            self._last.kind,
            self._last.duration,
            self._style,
            step_in_bar,
            in_phrase,
            left_in_phrase,
            min(max(self.bars - bar - 1, 0), FAR),
            section,
            *kinds,
            *rhythms,
        ]

    def _place(self) -> tuple[int, int, int, int]:
        return self._places[min(self.step // STEPS_PER_BAR, self.bars - 1)]


def _place(form: Sequence[Phrase], bar: int) -> tuple[int, int, int, int]:
    """Return bar in phrase, bars left in it, section, and bars back to the same strain (0: none)."""
    for number, phrase in enumerate(form):
        inside = bar - phrase.start
        if 0 <= inside < phrase.bars:
            back = next(
                (
                    phrase.start - earlier.start
                    for earlier in reversed(form[:number])
                    if earlier.letter == phrase.letter and inside < earlier.bars
                ),
                0,
            )
            left = phrase.bars - inside - 1
            return min(inside, LONG_PHRASE), min(left, LONG_PHRASE), _section(phrase.letter), back
    return 0, 0, SECTIONS.index("outro"), 0


def _section(letter: str) -> int:
    if letter in "io":
        return SECTIONS.index("intro" if letter == "i" else "outro")
    return SECTIONS.index("melody" if letter.isupper() else "interlude")
