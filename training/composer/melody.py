"""Writing a melody with the network, event by event, inside musical bounds.

Durations, rests, the first onset and the end are all drawn from the model. The bounds only forbid: notes
out of the register, leaps past an octave, silences that would stop the music, and running past the last bar.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.composer.decoding import choose
from training.composer.features import Roll, chord_rows
from training.composer.network import MelodyNetwork
from training.music.character import Character
from training.music.chords import Chord
from training.music.form import Phrase
from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note
from training.music.tokens import (
    DURATIONS,
    END,
    END_DURATION,
    END_EVENT,
    KINDS,
    LONGEST,
    REST,
    START,
    TIE,
    Event,
    events_to_notes,
    pitch_to_kind,
)

# Rhythm is drawn from its whole distribution: cutting the tail loses the rests and the long notes.
DURATION_TOP_P: Final = 1.0
PITCH_TOP_P: Final = 0.92
RETURN_TEMPERATURE: Final = 0.4  # of the temperature where a strain comes back, so that it is known again
WIDEST_LEAP: Final = 12  # semitones
LONGEST_SILENCE: Final = 32  # steps
LONGEST_NOTE: Final = 32  # steps
ENDING_BARS: Final = 4  # the end token may come in these


def write_melody(
    network: MelodyNetwork,
    *,
    chords: Sequence[Chord],
    form: Sequence[Phrase],
    character: Character,
    bars: int,
    register: tuple[int, int],
    temperature: float,
    random: Random,
) -> list[Note]:
    """Write a melody in C major or A minor.

    Args:
        network: the trained model.
        chords: one a beat.
        form: the phrases, see form.plan_form.
        character: how busy, sustained and repetitive it is meant to be.
        bars: 1 or more.
        register: lowest and highest MIDI pitch allowed.
        temperature: see decoding.choose.
        random: the only source of chance.
    """
    roll = Roll(harmony=chord_rows(chords), form=form, character=character, bars=bars)
    state = network.start()
    events: list[Event] = []
    bounds = _Bounds(bars * STEPS_PER_BAR, register)
    while roll.step < bounds.steps:
        integers, harmony = roll.features()
        heat = temperature * (RETURN_TEMPERATURE if roll.returning else 1)
        logits, context, state = network.step(integers, harmony, state)
        duration = choose(
            logits,
            bounds.durations(roll.step),
            temperature=heat,
            top_p=DURATION_TOP_P,
            random=random,
        )
        if duration == END_DURATION:
            events.append(END_EVENT)
            break
        kind = choose(
            network.kind_logits(context, duration),
            bounds.kinds(duration),
            temperature=heat,
            top_p=PITCH_TOP_P,
            random=random,
        )
        event = Event(duration, kind)
        events.append(event)
        roll.write(event)
        bounds.note(event)
    return events_to_notes(events)


class _Bounds:
    """What may come next, from what came before."""

    def __init__(self, steps: int, register: tuple[int, int]) -> None:
        self.steps = steps
        low, high = (pitch_to_kind(pitch) for pitch in register)
        self._register = np.zeros(KINDS, np.bool_)
        self._register[low : high + 1] = True
        self._pitch = START
        self._silence = 0  # steps of rest up to now
        self._held = 0  # steps of the note that sounds now, 0 in a rest

    def note(self, event: Event) -> None:
        """Take in what was chosen."""
        rest = event.kind == REST
        self._silence = self._silence + event.duration if rest else 0
        self._held = 0 if rest else event.duration + (self._held if event.kind == TIE else 0)
        if event.kind < REST:
            self._pitch = event.kind

    def durations(self, step: int) -> NDArray[np.bool_]:
        """Return (DURATIONS,): not past the end; the end token only in the last bars."""
        left = self.steps - step
        allowed = np.zeros(DURATIONS, np.bool_)
        allowed[1 : min(left, LONGEST) + 1] = True
        allowed[END_DURATION] = left <= ENDING_BARS * STEPS_PER_BAR
        return allowed

    def kinds(self, duration: int) -> NDArray[np.bool_]:
        """Return (KINDS,): in the register, within a leap of the last pitch, no endless rest or note."""
        allowed = self._register.copy()
        if self._pitch != START:
            allowed[: max(0, self._pitch - WIDEST_LEAP)] = False
            allowed[self._pitch + WIDEST_LEAP + 1 :] = False
        allowed[REST] = self._silence + duration <= LONGEST_SILENCE
        allowed[TIE] = 0 < self._held <= LONGEST_NOTE - duration
        allowed[END] = False
        return allowed
