"""Comping and bass under a melody, derived from its chords and its breaths.

A chord sounds from its change to the next, and is struck again where the melody leaves off; the bass holds
the chord's lowest tone and leads into the next by step. Voicings are rootless, since the bass has the root,
and follow each other by the least movement.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from training.music.chords import Chord
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.solo import Note

CHORD_REGISTER: Final = (52, 71)  # MIDI, below the melody and above the bass
BASS_REGISTER: Final = (33, 47)
BREATH: Final = STEPS_PER_BEAT  # steps of silence in the melody that the chords may answer
CHORD_VELOCITY: Final = 52
ANSWER_VELOCITY: Final = 44
BASS_VELOCITY: Final = 66
CENTRE: Final = 61.0  # MIDI; voicings that are equally near lie around it


class Span(NamedTuple):
    """A chord with the steps it lasts."""

    chord: Chord
    start: int
    end: int


def chord_spans(chords: Sequence[Chord]) -> list[Span]:
    """Join equal beats into spans that never cross a bar line; `chords` is one a beat."""
    per_bar = STEPS_PER_BAR // STEPS_PER_BEAT
    spans = []
    for (_, chord), beats in groupby(enumerate(chords), key=lambda pair: (pair[0] // per_bar, pair[1])):
        numbers = [number for number, _ in beats]
        spans.append(Span(chord, numbers[0] * STEPS_PER_BEAT, (numbers[-1] + 1) * STEPS_PER_BEAT))
    return spans


def write_chords(spans: Sequence[Span], melody: Sequence[Note]) -> list[Note]:
    """Comp the spans: struck at each change, and softly once more in the melody's first breath there."""
    notes: list[Note] = []
    voicing: tuple[int, ...] = ()
    breaths = _breaths(melody, spans[-1].end)
    for span in spans:
        voicing = voice(span.chord, after=voicing)
        answers = [step for step in breaths if span.start + BREATH <= step <= span.end - BREATH]
        onsets = [span.start, *answers[:1], span.end]
        for number, (start, end) in enumerate(pairwise(onsets)):
            velocity = ANSWER_VELOCITY if number else CHORD_VELOCITY
            notes += [Note(start, pitch, end - start, velocity) for pitch in voicing]
    return notes


def write_bass(spans: Sequence[Span]) -> list[Note]:
    """Hold each chord's bass tone; spans of a bar or more lead into a new bass on their last beat."""
    notes: list[Note] = []
    pitch = sum(BASS_REGISTER) // 2
    for number, span in enumerate(spans):
        pitch = _nearest(span.chord.bass, pitch, BASS_REGISTER)
        following = spans[number + 1].chord.bass if number + 1 < len(spans) else span.chord.bass
        target = _nearest(following, pitch, BASS_REGISTER)
        leads = target != pitch and span.end - span.start >= STEPS_PER_BAR
        hold = span.end - span.start - (STEPS_PER_BEAT if leads else 0)
        notes.append(Note(span.start, pitch, hold, BASS_VELOCITY))
        if leads:
            lead = _lead(span.chord, target, up=target > pitch)
            notes.append(Note(span.end - STEPS_PER_BEAT, lead, STEPS_PER_BEAT, BASS_VELOCITY - 10))
    return notes


def voice(chord: Chord, *, after: Sequence[int]) -> tuple[int, ...]:
    """Return the chord's tones but its root, spread upwards, as near as can be to the last voicing.

    Third and seventh are always kept; with five tones or more the plain fifth is left out.
    """
    tones = [step % 12 for step in chord.intervals if step % 12]
    if len(tones) > 3 and 7 in tones:
        tones.remove(7)
    if len(tones) < 3:
        tones.append(0)  # a triad needs its root to sound full
    classes = sorted({(chord.root + tone) % 12 for tone in tones})
    low, high = CHORD_REGISTER
    candidates = []
    for start in range(len(classes)):
        order = classes[start:] + classes[:start]
        for first in range(low, high + 1):
            if first % 12 != order[0]:
                continue
            pitches = [first]
            for tone in order[1:]:
                pitches.append(pitches[-1] + (tone - pitches[-1]) % 12)
            if pitches[-1] <= high:
                candidates.append(tuple(pitches))
    return min(candidates, key=lambda pitches: (_movement(pitches, after), pitches))


def _movement(pitches: Sequence[int], after: Sequence[int]) -> float:
    """Mean semitones from each pitch to the nearest of the voicing before, and the pull to the centre."""
    centre = abs(sum(pitches) / len(pitches) - CENTRE)
    if not after:
        return centre
    steps = sum(min(abs(pitch - old) for old in after) for pitch in pitches) / len(pitches)
    return steps + 0.15 * centre


def _breaths(melody: Iterable[Note], end: int) -> list[int]:
    """Return the steps where the melody falls silent for a beat or more."""
    notes = [*sorted(melody), Note(end, 0, 1, 1)]
    return [a.end for a, b in pairwise(notes) if b.start - a.end >= BREATH]


def _nearest(pitch_class: int, to: int, register: tuple[int, int]) -> int:
    """Return the pitch of that class in the register nearest to `to`."""
    low, high = register
    return min(
        (pitch for pitch in range(low, high + 1) if pitch % 12 == pitch_class),
        key=lambda pitch: (abs(pitch - to), pitch),
    )


def _lead(chord: Chord, target: int, *, up: bool) -> int:
    """Return the tone a step from the target, of the chord if it has one there, else chromatic."""
    sign = -1 if up else 1
    whole = target + 2 * sign
    return whole if whole % 12 in chord.pitch_classes else target + sign
