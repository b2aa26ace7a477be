"""What a corpus is made of, counted: pitch classes, durations, onsets, chords and how they move."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from training.composer.chord_voice import NAMES, chord_symbol
from training.composer.piece import Piece
from training.music.chords import FLAT_NAMES, Chord
from training.music.grid import STEPS_PER_BAR

Shares = Mapping[str, float]  # label -> share of all, 0 to 1, in the order to show

LONG: Final = f"> {STEPS_PER_BAR}"
MOVES: Final = (  # of the root, by semitones up
    *("same root", "semitone up", "tone up", "minor third up", "major third up", "fourth up"),
    *("tritone", "fourth down", "major third down", "minor third down", "tone down", "semitone down"),
)


class Tally(NamedTuple):
    """One thing that is counted: its name, what its labels are, and how it is counted."""

    id: str
    title: str
    axis: str
    measure: Callable[[Iterable[Piece]], Shares]


def pitch_classes(pieces: Iterable[Piece]) -> Shares:
    """Return the shares of the twelve pitch classes, in C major or A minor."""
    counts = Counter(note.pitch % 12 for piece in pieces for note in piece.melody)
    return _shares({name: counts[number] for number, name in enumerate(FLAT_NAMES)})


def durations(pieces: Iterable[Piece]) -> Shares:
    """Return the shares of the notes' lengths in sixteenths, those over a bar together."""
    counts = Counter(note.length for piece in pieces for note in piece.melody)
    rows = {str(length): counts[length] for length in range(1, STEPS_PER_BAR + 1)}
    return _shares({**rows, LONG: counts.total() - sum(rows.values())})


def onsets(pieces: Iterable[Piece]) -> Shares:
    """Return the shares of the sixteen steps of the bar at which notes begin, counted from 1."""
    counts = Counter(note.start % STEPS_PER_BAR for piece in pieces for note in piece.melody)
    return _shares({str(step + 1): counts[step] for step in range(STEPS_PER_BAR)})


def chord_qualities(pieces: Iterable[Piece]) -> Shares:
    """Return the shares of the chords' qualities, a chord that lasts counted once; the commonest first."""
    chords = (chord for piece in pieces for chord in changes(piece.chords))
    counts = Counter(NAMES[chord_symbol(chord) % len(NAMES)] or "major" for chord in chords)
    return _shares(dict(counts.most_common()))


def root_moves(pieces: Iterable[Piece]) -> Shares:
    """Return the shares of the steps that roots take from chord to chord; the commonest first."""
    pairs = (pair for piece in pieces for pair in pairwise(changes(piece.chords)))
    counts = Counter(MOVES[(after.root - before.root) % 12] for before, after in pairs)
    return _shares(dict(counts.most_common()))


def changes(chords: Sequence[Chord | None]) -> list[Chord]:
    """Return the chords in turn, each once however many beats it lasts."""
    return [chord for chord, _ in groupby(chords) if chord is not None]


TALLIES: Final = (
    Tally("pitch-classes", "Pitch classes", "tone, in C major or A minor", pitch_classes),
    Tally("durations", "How long notes last", "sixteenths", durations),
    Tally("onsets", "Where in the bar notes begin", "sixteenth of the bar", onsets),
)
CHORD_TALLIES: Final = (
    Tally("qualities", "Chord qualities", "chord", chord_qualities),
    Tally("moves", "How roots move", "to the next chord", root_moves),
)


def _shares(counts: Mapping[str, int]) -> Shares:
    total = max(1, sum(counts.values()))
    return {label: count / total for label, count in counts.items()}
