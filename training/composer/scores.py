"""Scores of any kind music21 reads: MusicXML lead sheets with chord symbols, and MIDI files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from music21 import chord as m21chord
from music21 import converter, harmony, meter, note

from training.composer.piece import Piece, UnusableError, check
from training.music.chords import Chord, parse_chord
from training.music.form import plan_form
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.key import tonic_to_shift
from training.music.solo import Note

SUFFIXES: Final = (".mid", ".midi", ".musicxml", ".mxl", ".xml")


def read_folder(folder: Path) -> Iterator[Piece | UnusableError]:
    """Yield each score below the folder, or why it cannot be used, in the order of their paths."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            try:
                yield read_score(path, identity=f"score/{path.relative_to(folder)}")
            except UnusableError as error:
                yield error


def read_score(path: Path, *, identity: str) -> Piece:
    """Read one score: its top line as the melody, its chord symbols as the harmony.

    The top line is the highest note of each onset of the first part, rounded to the sixteenth grid. A
    score without phrase marks is taken in phrases of four bars.

    Raises:
        UnusableError: when music21 cannot read it, it is not in 4/4, or `check` refuses it.
    """
    try:
        score = converter.parse(path)
    except Exception as error:  # music21 raises whatever the broken file provokes
        raise UnusableError(
            f"{identity}: music21 cannot read it ({error}); export it again as MusicXML or MIDI"
        ) from error
    for signature in score.recurse().getElementsByClass(meter.TimeSignature):
        if signature.ratioString != "4/4":
            raise UnusableError(f"{identity}: it is in {signature.ratioString}; only 4/4 can be learnt")
    melody = _top_line(score)
    if not melody:
        raise UnusableError(f"{identity}: it has no melody notes; give a score with a melody")
    key = score.analyze("key")
    shift = tonic_to_shift(key.tonic.pitchClass, key.mode)
    bars = -(-max(n.end for n in melody) // STEPS_PER_BAR)
    moved = tuple(Note(n.start, n.pitch - shift, n.length, n.velocity) for n in melody)
    return check(
        Piece(
            identity,
            bars,
            key.mode,
            moved,
            _chords(score, shift, bars * BEATS_PER_BAR),
            plan_form(bars),
        )
    )


def _top_line(score: Any) -> list[Note]:
    """Return the first part's highest note at each onset, in time order."""
    part = score.parts[0] if score.parts else score
    highest: dict[int, Note] = {}
    for element in part.flatten().notes:
        if isinstance(element, harmony.Harmony) or not isinstance(element, note.Note | m21chord.Chord):
            continue
        start = round(float(element.offset) * STEPS_PER_BEAT)
        length = max(1, round(float(element.quarterLength) * STEPS_PER_BEAT))
        top = max(pitch.midi for pitch in element.pitches)
        if start not in highest or top > highest[start].pitch:
            highest[start] = Note(start, top, length, element.volume.velocity or 64)
    return [highest[start] for start in sorted(highest)]


def _chords(score: Any, shift: int, beats: int) -> tuple[Chord | None, ...]:
    """Return the chord symbol in force at each beat, or none before the first."""
    symbols = sorted(
        score.flatten().getElementsByClass(harmony.ChordSymbol), key=lambda symbol: symbol.offset
    )
    row: list[Chord | None] = [None] * beats
    for symbol in symbols:
        first = round(float(symbol.offset))
        row[first:] = [_read_symbol(symbol, shift)] * (beats - first)
    return tuple(row)


def _read_symbol(symbol: Any, shift: int) -> Chord | None:
    """Read a symbol by its figure where the station knows it, else by the pitches music21 gives it."""
    try:
        return parse_chord(symbol.figure.replace("-", "b")).transposed(-shift)
    except ValueError:
        if not symbol.pitches:
            return None
        root = symbol.root().pitchClass
        above = sorted({(pitch.pitchClass - root) % 12 for pitch in symbol.pitches})
        moved = (root - shift) % 12
        return Chord(moved, tuple(above), moved, symbol.chordKind)
