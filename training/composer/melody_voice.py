"""The melody as its model sees it: its own past, the form, its character, and the chords now and ahead."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.composer.scheme import Line, Scheme
from training.music.character import LEVELS, Character
from training.music.chords import Chord
from training.music.form import Phrase
from training.music.grid import STEPS_PER_BEAT
from training.music.tokens import PITCHES, Event

BEATS_AHEAD: Final = (0, 2, 4)
CHORD_WIDTH: Final = 12 + 1 + 12  # root one-hot or none, then the tones as a set
MELODY: Final = Scheme(
    "melody",
    PITCHES,
    extra=(
        ("last_pitch_kind", PITCHES.size),
        *((f"character_{name}", LEVELS) for name in Character._fields),
    ),
    dense=CHORD_WIDTH * len(BEATS_AHEAD),
)


class MelodyReader:
    """A melody in the making, and what is seen before each of its events."""

    def __init__(
        self,
        *,
        chords: Sequence[Chord | None],
        form: Sequence[Phrase],
        character: Character,
        bars: int,
        style: str,
    ) -> None:
        """Start an empty melody; `chords` is one a beat, in C major or A minor."""
        self.line = Line(PITCHES, form=form, bars=bars, style=style)
        self._character = character
        self._harmony = chord_rows(chords)
        self._last_pitch = PITCHES.start

    def write(self, event: Event) -> None:
        """Append one event."""
        if event.kind < PITCHES.symbols:
            self._last_pitch = event.kind
        self.line.write(event)

    def features(self) -> tuple[list[int], NDArray[np.float32]]:
        """Return what the model sees now: the scheme's columns, and the dense features."""
        beat = self.line.step // STEPS_PER_BEAT
        rows = [min(beat + ahead, len(self._harmony) - 1) for ahead in BEATS_AHEAD]
        return [*self.line.columns(), self._last_pitch, *self._character], self._harmony[rows].ravel()


def chord_rows(chords: Sequence[Chord | None]) -> NDArray[np.float32]:
    """Return (beats, CHORD_WIDTH) from a chord, or none, for each beat."""
    rows = np.zeros((len(chords), CHORD_WIDTH), np.float32)
    for row, chord in zip(rows, chords, strict=True):
        row[12 if chord is None else chord.root] = 1
        for tone in () if chord is None else chord.pitch_classes:
            row[13 + tone] = 1
    return rows
