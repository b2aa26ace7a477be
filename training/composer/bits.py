"""Held-out bits per bar: how surprised the model is by music it has not seen."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.composer.dataset import encode
from training.composer.network import MelodyNetwork
from training.composer.piece import Piece


class BitsPerBar(NamedTuple):
    """Bits needed to write down one bar, for when and for what."""

    duration: float
    kind: float

    @property
    def total(self) -> float:
        """Bits a bar in all."""
        return self.duration + self.kind


def bits_per_bar(network: MelodyNetwork, pieces: Sequence[Piece]) -> BitsPerBar:
    """Return the mean over all bars of the pieces, each run from its start with the state carried."""
    duration = kind = 0.0
    for piece in pieces:
        encoded = encode(piece)
        state = network.start()
        for row in range(len(encoded)):
            integers = encoded.integers[row].tolist()
            logits, context, state = network.step(integers, encoded.harmony[row], state)
            length, what = int(encoded.durations[row]), int(encoded.kinds[row])
            duration += _surprise(logits, length)
            kind += _surprise(network.kind_logits(context, length), what)
    bars = sum(piece.bars for piece in pieces)
    return BitsPerBar(duration / bars, kind / bars)


def _surprise(logits: NDArray[np.float64], chosen: int) -> float:
    """Return -log2 of the probability given to what came."""
    wide = logits - logits.max()
    return float((np.log(np.exp(wide).sum()) - wide[chosen]) / np.log(2))
