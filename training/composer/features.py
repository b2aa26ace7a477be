"""What the melody model sees before each event, the same in training and in composing.

All of it is known when the event begins: the past, the form and the chords. The widest look back is not a
fixed distance but the form's own: the same place in the last phrase with this phrase's letter, so that a
strain that returns can be recognised and varied.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.music.character import LEVELS, Character
from training.music.chords import Chord
from training.music.form import Phrase
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.tokens import DURATIONS, KINDS, LONGEST, REST, START, TIE, Event

LOOK_BACKS: Final = (1, 2, 4, 8, 16)  # bars
BEATS_AHEAD: Final = (0, 2, 4)
FAR: Final = 16  # bars; "bars left" counts no further
LONG_PHRASE: Final = 8  # bars; places in a phrase count no further
SECTIONS: Final = ("melody", "interlude", "intro", "outro")
NOTHING: Final = START  # the kind that stands where there is no music to look back to

RHYTHMS: Final = 2 * (LONGEST + 1)  # steps until the sounding event ends, twice: held, or beginning here

# Columns of the integer features: name and vocabulary size. Columns named *_kind share one embedding.
COLUMNS: Final = (
    ("previous_kind", KINDS),
    ("previous_pitch_kind", KINDS),
    ("previous_duration", DURATIONS),
    ("step_in_bar", STEPS_PER_BAR),
    ("bar_in_phrase", LONG_PHRASE + 1),
    ("bars_left_in_phrase", LONG_PHRASE + 1),
    ("bars_left", FAR + 1),
    ("section", len(SECTIONS)),
    *((f"character_{name}", LEVELS) for name in Character._fields),
    *((f"back_{bars}_kind", KINDS) for bars in LOOK_BACKS),
    ("strain_kind", KINDS),
    *((f"back_{bars}_rhythm", RHYTHMS) for bars in LOOK_BACKS),
    ("strain_rhythm", RHYTHMS),
)
CHORD_WIDTH: Final = 12 + 1 + 12  # root one-hot or none, then the tones as a set
HARMONY_WIDTH: Final = CHORD_WIDTH * len(BEATS_AHEAD)


class Roll:
    """What sounds at each step so far, and the form it is written into."""

    def __init__(
        self,
        *,
        harmony: NDArray[np.float32],
        form: Sequence[Phrase],
        character: Character,
        bars: int,
    ) -> None:
        """Start an empty roll.

        Args:
            harmony: (beats, CHORD_WIDTH), from `chord_rows`.
            form: phrases that cover the piece; bars after the last one count as an outro.
            character: how the whole melody is meant to be.
            bars: the length of the piece.
        """
        self.bars = bars
        self.harmony = harmony
        self.character = character
        self.step = 0
        self._kinds = np.full(bars * STEPS_PER_BAR, NOTHING, np.int32)  # pitch or rest, ties undone
        self._rhythms = np.zeros(bars * STEPS_PER_BAR, np.int32)
        self._last_event = Event(0, START)
        self._last_pitch = START
        self._places = [_place(form, bar) for bar in range(bars)]

    def write(self, event: Event) -> None:
        """Append one event; what runs past the last bar is cut."""
        kind = event.kind
        if kind == TIE:
            kind = self._last_pitch
        elif kind < REST:
            self._last_pitch = kind
        stop = min(self.step + event.duration, len(self._kinds))
        self._kinds[self.step : stop] = kind
        self._rhythms[self.step : stop] = np.arange(stop - self.step, 0, -1)
        if self.step < stop and event.kind != TIE:
            self._rhythms[self.step] += LONGEST + 1
        self._last_event = event
        self.step = stop

    @property
    def returning(self) -> bool:
        """Whether an earlier phrase with this phrase's letter has music at this place."""
        bar = min(self.step // STEPS_PER_BAR, self.bars - 1)
        return self._places[bar][-1] > 0

    def features(self) -> tuple[list[int], NDArray[np.float32]]:
        """Return what the model sees now: integers by COLUMNS, and the harmony (HARMONY_WIDTH,)."""
        bar, step_in_bar = divmod(self.step, STEPS_PER_BAR)
        bar = min(bar, self.bars - 1)
        in_phrase, left_in_phrase, section, strain = self._places[bar]
        sources = [*(STEPS_PER_BAR * bars for bars in LOOK_BACKS), STEPS_PER_BAR * strain]
        kinds, rhythms = [], []
        for back in sources:
            at = self.step - back
            known = back > 0 and 0 <= at < len(self._kinds)
            kinds.append(int(self._kinds[at]) if known else NOTHING)
            rhythms.append(int(self._rhythms[at]) if known else 0)
        integers = [
            self._last_event.kind,
            self._last_pitch,
            self._last_event.duration,
            step_in_bar,
            in_phrase,
            left_in_phrase,
            min(self.bars - bar - 1, FAR),
            section,
            *self.character,
            *kinds,
            *rhythms,
        ]
        beat = self.step // STEPS_PER_BEAT
        rows = [min(beat + ahead, len(self.harmony) - 1) for ahead in BEATS_AHEAD]
        return integers, self.harmony[rows].ravel()


def chord_rows(chords: Sequence[Chord | None]) -> NDArray[np.float32]:
    """Return (beats, CHORD_WIDTH) from a chord, or none, for each beat."""
    rows = np.zeros((len(chords), CHORD_WIDTH), np.float32)
    for row, chord in zip(rows, chords, strict=True):
        row[12 if chord is None else chord.root] = 1
        for tone in () if chord is None else chord.core:
            row[13 + tone] = 1
    return rows


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
