"""Figures that describe a melody over its chords, each a row: what it is called and how it is taken.

A melody is in C major or A minor, its chords one a beat. Groove similarity is that of Wu and Yang, "The Jazz
Transformer on the Front Line" (2020): one less the mean share of the sixteen steps at which two bars have an
onset in one and none in the other, over all pairs of bars.
"""

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from training.composer.piece import in_scale_share
from training.composer.takes import repeated_bars
from training.music.chords import Chord
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.solo import Note

PHRASE_STEPS: Final = 4 * STEPS_PER_BAR
STRONG: Final = STEPS_PER_BAR // 2  # steps between strong beats


class Line(NamedTuple):
    """A melody with what it is judged against."""

    melody: Sequence[Note]
    chords: Sequence[Chord | None]  # one a beat
    bars: int


def chord_tones(line: Line) -> float:
    """Return the share of notes that are tones of their chord, tensions included."""
    return _share([_fits(note, line) for note in line.melody])


def strong_chord_tones(line: Line) -> float:
    """Return the share of notes on the first and third beat that are tones of their chord."""
    return _share([_fits(note, line) for note in line.melody if note.start % STRONG == 0])


def groove(line: Line) -> float:
    """Return the groove similarity, 0 to 1."""
    onsets = [set[int]() for _ in range(line.bars)]
    for note in line.melody:
        onsets[note.start // STEPS_PER_BAR].add(note.start % STEPS_PER_BAR)
    differences = [len(a ^ b) / STEPS_PER_BAR for a, b in combinations(onsets, 2)]
    return 1 - sum(differences) / max(1, len(differences))


def repeated_phrases(line: Line) -> float:
    """Return the share of notes whose four (pitch, onset distance) pairs stand earlier too."""
    pairs = [(b.pitch, b.start - a.start) for a, b in pairwise(line.melody)]
    seen: set[tuple[tuple[int, int], ...]] = set()
    again = []
    for at in range(len(pairs) - 3):
        gram = tuple(pairs[at : at + 4])
        again.append(gram in seen)
        seen.add(gram)
    return _share(again)


def pitch_range(line: Line) -> float:
    """Return the semitones from the lowest to the highest note."""
    pitches = [note.pitch for note in line.melody]
    return max(pitches) - min(pitches)


def breath(line: Line) -> float:
    """Return the least silence in any four bars, in steps."""
    silences = []
    for begin in range(0, line.bars * STEPS_PER_BAR - PHRASE_STEPS + 1, PHRASE_STEPS):
        end = begin + PHRASE_STEPS
        sounding = sum(max(0, min(n.end, end) - max(n.start, begin)) for n in line.melody)
        silences.append(PHRASE_STEPS - sounding)
    return min(silences, default=0)


def stable_end(line: Line) -> float:
    """Return 1 if the last note is a tone of the chord under it, else 0."""
    return float(_fits(line.melody[-1], line))


FIGURES: Final[dict[str, Callable[[Line], float]]] = {
    "notes a bar": lambda line: len(line.melody) / line.bars,
    "in scale": lambda line: in_scale_share(note.pitch for note in line.melody),
    "chord tones": chord_tones,
    "chord tones on strong beats": strong_chord_tones,
    "groove similarity": groove,
    "repeated bars": lambda line: repeated_bars(line.melody),
    "repeated phrases": repeated_phrases,
    "pitch range, semitones": pitch_range,
    "least silence in 4 bars, sixteenths": breath,
    "ends on a chord tone": stable_end,
}


def _fits(note: Note, line: Line) -> bool:
    chord = line.chords[min(note.start // STEPS_PER_BEAT, len(line.chords) - 1)]
    return chord is not None and note.pitch % 12 in chord.pitch_classes


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / max(1, len(truths))
