"""Held-out bits per bar: how surprised the model is by music it has not seen."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.composer.corpus import Corpus
from training.composer.dataset import Encoded, encode_melody
from training.composer.house import LeadSheet
from training.composer.melody_voice import MELODY
from training.composer.network import Network
from training.composer.scheme import POP
from training.composer.weights import load_weights


class BitsPerBar(NamedTuple):
    """Bits needed to write down one bar, for when and for what."""

    duration: float
    kind: float

    @property
    def total(self) -> float:
        """Bits a bar in all."""
        return self.duration + self.kind


def bits_per_bar(network: Network, voices: Sequence[Encoded]) -> BitsPerBar:
    """Return the mean over all bars of the voices, each run from its start with the state carried."""
    duration = kind = 0.0
    for encoded in voices:
        state = network.start()
        for row in range(encoded.events):
            integers = encoded.integers[row].tolist()
            logits, context, state = network.step(integers, encoded.dense[row], state)
            length, what = int(encoded.durations[row]), int(encoded.kinds[row])
            duration += _surprise(logits, length)
            kind += _surprise(network.kind_logits(context, length), what)
    bars = sum(encoded.bars for encoded in voices)
    return BitsPerBar(duration / bars, kind / bars)


def bits_of_melody(path: Path, songs: Corpus, sheets: Sequence[LeadSheet]) -> dict[str, list[float]]:
    """Return bits a bar, [when, what], of a melody's weights on held-out songs and lead sheets."""
    network = Network(load_weights(path, MELODY))
    held_out = {
        "test songs": [encode_melody(piece, style=POP) for piece in songs.split("test")],
        "held-out lofi": [
            encode_melody(sheet.piece, style=sheet.mood) for sheet in sheets if sheet.piece.split != "train"
        ],
    }
    return {
        name: [round(part, 2) for part in bits_per_bar(network, voices)] for name, voices in held_out.items()
    }


def _surprise(logits: NDArray[np.float64], chosen: int) -> float:
    """Return -log2 of the probability given to what came."""
    wide = logits - logits.max()
    return float((np.log(np.exp(wide).sum()) - wide[chosen]) / np.log(2))
