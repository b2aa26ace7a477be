"""Bounds of a melody: its register, leaps and breaths, when and how it may end, and no copying."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from training.composer.copying import KnownRuns
from training.composer.writing import Allowed, Bounds
from training.music.chords import Chord
from training.music.form import PHRASE_BARS
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.tokens import END_DURATION, PITCHES, Event, kind_to_pitch, pitch_to_kind

WIDEST_LEAP: Final = 12  # semitones
MOST_REPEATS: Final = 3  # of one pitch in a row, after its first
LONGEST_SILENCE: Final = 32  # steps
LONGEST_NOTE: Final = 32  # steps
STRONG: Final = STEPS_PER_BAR // 2  # steps between strong beats, whose notes belong to the chord
LONGEST_PASSING: Final = 2  # steps; longer notes belong to the chord wherever they begin
HOME_BARS: Final = 3  # at the end, where every note is one to end on
BREATH: Final = 4  # steps of silence in every phrase
PHRASE: Final = PHRASE_BARS * STEPS_PER_BAR  # steps
ENDING_BARS: Final = 4  # the end token may come in these


class MelodyBounds(Bounds):
    """What a melody may not do."""

    def __init__(
        self, *, chords: Sequence[Chord], register: tuple[int, int], known: KnownRuns | None = None
    ) -> None:
        """Start before the first note.

        Args:
            chords: one a beat, in C major or A minor.
            register: lowest and highest MIDI pitch.
            known: runs of notes that must not be written again, if any.
        """
        self._steps = len(chords) * STEPS_PER_BEAT
        self._tones = [_pitches_of(chord.pitch_classes) for chord in chords]  # each (symbols,)
        self._stable = [_pitches_of(_stable_tones(chord)) for chord in chords]
        low, high = (pitch_to_kind(pitch) for pitch in register)
        self._register = np.zeros(PITCHES.size, np.bool_)
        self._register[low : high + 1] = True
        self._register[[PITCHES.rest, PITCHES.tie]] = True
        self._known = known
        self._onsets: list[tuple[int, int]] = []  # (step, kind) of each note so far
        self._repeats = 0
        self._silence = 0  # steps of rest up to now
        self._breath = 0  # steps of rest in this phrase
        self._held = 0  # steps of the note that sounds now, 0 in a rest

    def durations(self, step: int, allowed: Allowed) -> Allowed:
        """Let the end token in during the last bars, and nothing ring over the breath of a phrase."""
        ending = self._steps - step <= ENDING_BARS * STEPS_PER_BAR
        allowed[END_DURATION] = ending and self._rests_on_chord_tone()
        last_chance = self._last_chance(step)
        if step < last_chance:
            allowed[last_chance - step + 1 :] = False
        return allowed

    def kinds(self, step: int, duration: int, allowed: Allowed) -> Allowed:
        """Keep to the register, the leap, the breath, the ending, and off what is known."""
        allowed &= self._register
        if self._onsets:
            last = self._onsets[-1][1]
            allowed[: max(0, last - WIDEST_LEAP)] = False
            allowed[last + WIDEST_LEAP + 1 : PITCHES.symbols] = False
            allowed[last] &= self._repeats < MOST_REPEATS
        beat = step // STEPS_PER_BEAT
        if duration > LONGEST_PASSING or (step % STRONG == 0 and duration > 1):
            allowed[: PITCHES.symbols] &= self._tones[beat]
        if step >= self._steps - HOME_BARS * STEPS_PER_BAR:
            allowed[: PITCHES.symbols] &= self._stable[beat]
        if self._known is not None:
            allowed[: PITCHES.symbols] &= ~self._known.completed_by(self._onsets, step, PITCHES.symbols)
        allowed[PITCHES.rest] = self._silence + duration <= LONGEST_SILENCE
        allowed[PITCHES.tie] &= self._held <= LONGEST_NOTE - duration
        breathless = step >= self._last_chance(step)
        if breathless or not allowed.any():
            allowed[:] = False
            allowed[PITCHES.rest] = True
        return allowed

    def note(self, step: int, event: Event) -> None:
        """Count onsets, rests and held notes."""
        duration, kind = event
        if step % PHRASE == 0:
            self._breath = 0
        if kind == PITCHES.rest:
            self._silence += duration
            self._breath += duration
            self._held = 0
            return
        self._silence = 0
        self._held = duration + (self._held if kind == PITCHES.tie else 0)
        if kind < PITCHES.symbols:
            same = bool(self._onsets) and self._onsets[-1][1] == kind
            self._repeats = self._repeats + 1 if same else 0
            self._onsets.append((step, kind))

    def _last_chance(self, step: int) -> int:
        """Return the step from which this phrase must be silent, or its end if it has had its breath."""
        begin = step - step % PHRASE
        breath = self._breath if step > begin else 0
        end = min(begin + PHRASE, self._steps)
        return end if breath >= BREATH or end - begin < PHRASE else end - (BREATH - breath)

    def _rests_on_chord_tone(self) -> bool:
        """Return whether the last note is a tone of the chord it began on."""
        if not self._onsets:
            return False
        step, kind = self._onsets[-1]
        return bool(self._stable[step // STEPS_PER_BEAT][kind])


def _stable_tones(chord: Chord) -> frozenset[int]:
    """Return root, third, fifth, seventh and ninth, which a melody can end on."""
    ninth = {(chord.root + step) % 12 for step in chord.intervals if step == 14}
    return chord.core | ninth


def _pitches_of(pitch_classes: frozenset[int]) -> Allowed:
    """Return flags (PITCHES.symbols,) of the pitches with these classes, in every octave."""
    return np.array([kind_to_pitch(kind) % 12 in pitch_classes for kind in range(PITCHES.symbols)])
