"""Comping: when the hand strikes, for how long, and with which kind of voicing."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.composer.ground import GAPS, GROUND_COLUMNS, Ground, gaps, tones_above
from training.composer.scheme import Line, Scheme
from training.composer.voicing import VOICINGS, voice
from training.composer.writing import Allowed, Bounds
from training.music.chords import Chord
from training.music.form import Phrase
from training.music.solo import Note
from training.music.tokens import Alphabet, Event, Span

STROKES: Final = Alphabet(len(VOICINGS))
COMP: Final = Scheme("comp", STROKES, extra=(*GROUND_COLUMNS, ("bass_gap", GAPS)), dense=12)
LATEST: Final = 6  # steps after a change by which its chord is struck
VELOCITY: Final = 52
OFF_BEAT_VELOCITY: Final = 46


class CompReader:
    """Comping in the making, and what is seen before each stroke."""

    def __init__(
        self, ground: Ground, bass: Sequence[Note], *, form: Sequence[Phrase], bars: int, style: str
    ) -> None:
        self.line = Line(STROKES, form=form, bars=bars, style=style)
        self._ground = ground
        self._bass_gaps = gaps([note.start for note in bass], ground.steps)

    def write(self, event: Event) -> None:
        """Append one event."""
        self.line.write(event)

    def features(self) -> tuple[list[int], NDArray[np.float32]]:
        """Return what the model sees now: the scheme's columns, and the dense features."""
        step = self.line.step
        chord = self._ground.at(step).chord
        columns = [*self.line.columns(), *self._ground.columns(step), self._bass_gaps[step]]
        return columns, np.array(tones_above(chord, chord.root), np.float32)


class CompBounds(Bounds):
    """Every chord is struck, soon after its change, and none rings into the next."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._struck = -1  # where the last stroke began

    def durations(self, step: int, allowed: Allowed) -> Allowed:
        """Return the durations allowed: none that rings past the change."""
        allowed[self._ground.at(step).end - step + 1 :] = False
        return allowed

    def kinds(self, step: int, duration: int, allowed: Allowed) -> Allowed:
        """Return the kinds allowed: no rest that would leave a chord unheard."""
        _, start, end = self._ground.at(step)
        if self._struck < start:
            late = step + duration - start > min(LATEST, (end - start) // 2)
            allowed[STROKES.rest] = not late
            allowed[STROKES.tie] = False
        return allowed

    def note(self, step: int, event: Event) -> None:
        """Take in what was chosen."""
        if event.kind < STROKES.symbols:
            self._struck = step


def comp_notes(spans: Sequence[Span], ground: Ground) -> list[Note]:
    """Give strokes their pitches: of the voicing's kind, led by the least movement."""
    letters = tuple(VOICINGS)
    notes: list[Note] = []
    before: tuple[int, ...] = ()
    heard: tuple[Chord, str] | None = None
    for start, length, symbol in spans:
        chord = ground.at(start).chord
        if heard != (chord, letters[symbol]):  # the same chord struck again stays where it is
            before = voice(chord, letters[symbol], after=before)
            heard = (chord, letters[symbol])
        velocity = VELOCITY if start % 4 == 0 else OFF_BEAT_VELOCITY
        notes += [Note(start, pitch, length, velocity) for pitch in before]
    return notes
