"""Voices as arrays: every event with what the model sees before it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.composer.bass_voice import INTERVALS, BassReader, bass_spans
from training.composer.chord_voice import CHORDS, ChordReader, chord_spans
from training.composer.comp_voice import STROKES, CompReader
from training.composer.house import LeadSheet
from training.composer.melody_voice import MelodyReader
from training.composer.piece import Piece
from training.composer.voicing import VOICINGS
from training.composer.writing import Reader
from training.music.character import describe
from training.music.tokens import Event, Span, notes_to_events, spans_to_events


class Encoded(NamedTuple):
    """One voice of one piece, or a stretch of it: E events."""

    integers: NDArray[np.int32]  # (E, columns)
    dense: NDArray[np.float32]  # (E, dense)
    durations: NDArray[np.int32]  # (E,) target
    kinds: NDArray[np.int32]  # (E,) target
    bars: int  # of the piece

    @property
    def events(self) -> int:
        """E."""
        return len(self.durations)


def encode_melody(piece: Piece, *, style: str) -> Encoded:
    """Encode a piece's melody."""
    reader = MelodyReader(
        chords=piece.chords,
        form=piece.form,
        character=describe(piece.melody, bars=piece.bars),
        bars=piece.bars,
        style=style,
    )
    return _encode(reader, notes_to_events(piece.melody), piece.bars)


def encode_chords(piece: Piece, *, style: str) -> Encoded:
    """Encode a piece's progression."""
    reader = ChordReader(mode=piece.mode, form=piece.form, bars=piece.bars, style=style)
    return _encode(reader, spans_to_events(chord_spans(piece.chords), CHORDS), piece.bars)


def encode_bass(sheet: LeadSheet) -> Encoded:
    """Encode a lead sheet's bass."""
    piece, ground = sheet.piece, sheet.ground()
    reader = BassReader(ground, form=piece.form, bars=piece.bars, style=sheet.mood)
    events = spans_to_events(bass_spans(sheet.bass, ground), INTERVALS, steps=ground.steps)
    return _encode(reader, events, piece.bars)


def encode_comp(sheet: LeadSheet) -> Encoded:
    """Encode a lead sheet's comping."""
    piece, ground = sheet.piece, sheet.ground()
    reader = CompReader(ground, sheet.bass, form=piece.form, bars=piece.bars, style=sheet.mood)
    letters = tuple(VOICINGS)
    spans = [Span(comp.start, comp.length, letters.index(comp.voicing)) for comp in sheet.comping]
    return _encode(reader, spans_to_events(spans, STROKES, steps=ground.steps), piece.bars)


def _encode(reader: Reader, events: Sequence[Event], bars: int) -> Encoded:
    integers, dense = [], []
    for event in events:
        columns, row = reader.features()
        integers.append(columns)
        dense.append(row)
        reader.write(event)
    durations, kinds = np.array(events, np.int32).T
    return Encoded(np.array(integers, np.int32), np.array(dense), durations, kinds, bars)


def stack(stretches: Sequence[Encoded], length: int) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Pad stretches to `length` events and stack them: arrays of shape (B, length, ...)."""

    def padded(rows: Sequence[NDArray[Any]]) -> NDArray[Any]:
        out = np.zeros((len(rows), length, *rows[0].shape[1:]), rows[0].dtype)
        for padding, row in zip(out, rows, strict=True):
            padding[: len(row)] = row
        return out

    durations = padded([stretch.durations for stretch in stretches])
    weights = padded([np.ones(stretch.events, np.float32) for stretch in stretches])
    return (
        {
            "integers": padded([stretch.integers for stretch in stretches]),
            "dense": padded([stretch.dense for stretch in stretches]),
            "chosen_duration": durations,
        },
        {"duration": durations, "kind": padded([stretch.kinds for stretch in stretches])},
        {"duration": weights, "kind": weights},
    )
