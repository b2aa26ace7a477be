"""Pieces as arrays: every event of a piece with what the model sees before it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.composer.features import COLUMNS, HARMONY_WIDTH, Roll, chord_rows
from training.composer.piece import Piece
from training.music.character import describe
from training.music.tokens import notes_to_events


class Encoded(NamedTuple):
    """One piece, or a stretch of one: E events."""

    integers: NDArray[np.int32]  # (E, columns)
    harmony: NDArray[np.float32]  # (E, HARMONY_WIDTH)
    durations: NDArray[np.int32]  # (E,) target
    kinds: NDArray[np.int32]  # (E,) target

    def __len__(self) -> int:
        """The number of events, not of fields."""
        return len(self.durations)


def encode(piece: Piece) -> Encoded:
    """Write a piece as events with their features; the last event is the end token."""
    events = notes_to_events(piece.melody)
    roll = Roll(
        harmony=chord_rows(piece.chords),
        form=piece.form,
        character=describe(piece.melody, bars=piece.bars),
        bars=piece.bars,
    )
    integers = np.empty((len(events), len(COLUMNS)), np.int32)
    harmony = np.empty((len(events), HARMONY_WIDTH), np.float32)
    for row, event in enumerate(events):
        integers[row], harmony[row] = roll.features()
        roll.write(event)
    durations, kinds = np.array(events, np.int32).T
    return Encoded(integers, harmony, durations, kinds)


def batches(
    pieces: Sequence[Encoded], *, window: int, size: int, random: np.random.Generator
) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Yield one epoch of windows as Keras takes them: inputs, targets, weights.

    Every piece is cut into windows of `window` events at a random phase, so that each epoch has other
    seams; short windows are padded and the padding weighs nothing.
    """
    cuts = []
    for number, piece in enumerate(pieces):
        first = int(random.integers(window)) - window + 1
        cuts += [(number, max(0, at), at + window) for at in range(first, len(piece), window)]
    order = random.permutation(len(cuts))
    for at in range(0, len(order), size):
        chosen = [cuts[index] for index in order[at : at + size]]
        yield stack([Encoded(*(field[a:b] for field in pieces[number])) for number, a, b in chosen], window)


def stack(stretches: Sequence[Encoded], length: int) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Pad stretches to `length` events and stack them: arrays of shape (B, length, ...)."""

    def padded(field: int) -> NDArray[Any]:
        first = stretches[0][field]
        out = np.zeros((len(stretches), length, *first.shape[1:]), first.dtype)
        for row, stretch in zip(out, stretches, strict=True):
            row[: len(stretch)] = stretch[field]
        return out

    weights = np.zeros((len(stretches), length), np.float32)
    for row, stretch in zip(weights, stretches, strict=True):
        row[: len(stretch)] = 1
    integers, harmony, durations, kinds = (padded(field) for field in range(4))
    return (
        {"integers": integers, "harmony": harmony, "chosen_duration": durations},
        {"duration": durations, "kind": kinds},
        {"duration": weights, "kind": weights},
    )
