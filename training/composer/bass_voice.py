"""The bass, chord by chord: how far above the chord's bass tone each note lies, in pitch classes.

So what is learnt over one root holds over all. A note is a chord tone, or leads within two semitones into the
next chord; the octave is the nearest to the note before.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.composer.ground import GROUND_COLUMNS, Ground, tones_above
from training.composer.scheme import Line, Scheme
from training.composer.writing import Allowed, Bounds
from training.music.form import Phrase
from training.music.grid import STEPS_PER_BEAT
from training.music.solo import Note
from training.music.tokens import Alphabet, Event, Span

INTERVALS: Final = Alphabet(12)
BASS: Final = Scheme("bass", INTERVALS, extra=GROUND_COLUMNS, dense=24)
REGISTER: Final = (28, 50)  # MIDI
CENTRE: Final = 38
VELOCITY: Final = 66
LEAD: Final = STEPS_PER_BEAT  # steps before a change in which the bass may leave the chord


class BassReader:
    """A bass line in the making, and what is seen before each of its events."""

    def __init__(self, ground: Ground, *, form: Sequence[Phrase], bars: int, style: str) -> None:
        self.line = Line(INTERVALS, form=form, bars=bars, style=style)
        self._ground = ground

    def write(self, event: Event) -> None:
        """Append one event."""
        self.line.write(event)

    def features(self) -> tuple[list[int], NDArray[np.float32]]:
        """Return what the model sees now: the scheme's columns, and the dense features."""
        step = self.line.step
        chord = self._ground.at(step).chord
        dense = tones_above(chord, chord.bass) + tones_above(self._ground.after(step), chord.bass)
        return [*self.line.columns(), *self._ground.columns(step)], np.array(dense, np.float32)


class BassBounds(Bounds):
    """Chord tones always; other tones only where they lead into the next chord."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def durations(self, step: int, allowed: Allowed) -> Allowed:
        """Return the durations allowed: none that rings past the change."""
        allowed[self._ground.at(step).end - step + 1 :] = False
        return allowed

    def kinds(self, step: int, duration: int, allowed: Allowed) -> Allowed:
        """Return the kinds allowed: a change begins with the bass itself, or with a rest."""
        chord, start, end = self._ground.at(step)
        following = self._ground.after(step)
        allowed[: INTERVALS.symbols] = [bool(tone) for tone in tones_above(chord, chord.bass)]
        if following is not None and end - step <= LEAD and step + duration == end:
            for lead in (-2, -1, 1, 2):
                allowed[(following.bass + lead - chord.bass) % 12] = True
        if step == start:
            allowed[1 : INTERVALS.symbols] = False
            allowed[INTERVALS.tie] = False
        return allowed


def bass_spans(notes: Sequence[Note], ground: Ground) -> list[Span]:
    """Write bass notes as intervals above the chords they stand on."""
    return [
        Span(note.start, note.length, (note.pitch - ground.at(note.start).chord.bass) % 12)
        for note in notes
        if note.start < ground.steps
    ]


def bass_notes(spans: Sequence[Span], ground: Ground) -> list[Note]:
    """Give intervals their pitches: each the nearest to the one before, in the bass register."""
    low, high = REGISTER
    notes: list[Note] = []
    before = CENTRE
    for start, length, interval in spans:
        wanted = (ground.at(start).chord.bass + interval) % 12
        octaves = [pitch for pitch in range(low, high + 1) if pitch % 12 == wanted]
        before = min(octaves, key=lambda pitch: (abs(pitch - before) + 0.3 * abs(pitch - CENTRE), pitch))
        notes.append(Note(start, before, length, VELOCITY))
    return notes
