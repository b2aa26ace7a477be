"""A piece to learn from: one form for every source, and the split that is never changed."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from training.music.chords import Chord
from training.music.form import Phrase
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BAR
from training.music.key import SCALE
from training.music.solo import Note
from training.music.tokens import HIGHEST_PITCH, LOWEST_PITCH

LEAST_IN_SCALE: Final = 0.8  # share of notes; below it the annotated key is not to be trusted


@dataclass(frozen=True)
class Piece:
    """A melody over chords in C major or A minor, on the sixteenth grid in 4/4."""

    id: str  # "<source>/<name>", decides the split
    bars: int
    mode: str  # "major" or "minor"
    melody: tuple[Note, ...]
    chords: tuple[Chord | None, ...]  # one a beat
    form: tuple[Phrase, ...]

    @property
    def split(self) -> str:
        """`test`, `validation` or `train`, one tenth, one tenth and the rest, by the hash of the id."""
        tenth = int(hashlib.sha1(self.id.encode()).hexdigest(), 16) % 10
        return {0: "test", 1: "validation"}.get(tenth, "train")


class UnusableError(ValueError):
    """A score that cannot be learnt from; the message says which, why, and what to do."""


def check(piece: Piece, *, trim: bool = True) -> Piece:
    """Return the piece, `trim`med of silent bars at its ends, or say why it cannot be learnt from.

    Raises:
        UnusableError: when it has no notes, or its key or its range is out of bounds.
    """
    if not piece.melody:
        raise UnusableError(f"{piece.id}: it has no melody notes; give a score with a melody")
    outside = [n.pitch for n in piece.melody if not LOWEST_PITCH <= n.pitch <= HIGHEST_PITCH]
    if outside:
        raise UnusableError(
            f"{piece.id}: pitch {outside[0]} is outside MIDI {LOWEST_PITCH} to {HIGHEST_PITCH}; "
            "move the melody by octaves"
        )
    share = in_scale_share(note.pitch for note in piece.melody)
    if share < LEAST_IN_SCALE:
        raise UnusableError(
            f"{piece.id}: only {share:.0%} of its notes are in its key, {LEAST_IN_SCALE:.0%} are needed; "
            "check the key signature"
        )
    return _trimmed(piece) if trim else piece


def in_scale_share(pitches: Iterable[int]) -> float:
    """Return the share of MIDI pitches that are in C major / A minor, 0 to 1."""
    inside = Counter(pitch % 12 in SCALE for pitch in pitches)
    return inside[True] / inside.total()


def _trimmed(piece: Piece) -> Piece:
    """Cut the bars before the first note and after the last, so that a piece starts and ends as sung."""
    first = piece.melody[0].start // STEPS_PER_BAR
    bars = min(-(-max(n.end for n in piece.melody) // STEPS_PER_BAR), piece.bars) - first
    early, stop = first * STEPS_PER_BAR, bars * STEPS_PER_BAR
    melody = tuple(
        Note(n.start - early, n.pitch, min(n.length, stop + early - n.start), n.velocity)
        for n in piece.melody
        if n.start < stop + early
    )
    chords = piece.chords[first * BEATS_PER_BAR : (first + bars) * BEATS_PER_BAR]
    form = tuple(
        Phrase(phrase.letter, phrase.start - first, phrase.bars)
        for phrase in piece.form
        if phrase.start + phrase.bars > first
    )
    return Piece(piece.id, bars, piece.mode, melody, chords, form)
