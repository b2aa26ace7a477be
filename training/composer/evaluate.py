"""Judging the model: held-out bits a bar, and its solos beside real songs it never saw."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.composer.bits import bits_per_bar
from training.composer.copying import CopyIndex
from training.composer.corpus import Corpus
from training.composer.infer import Composer
from training.composer.network import MelodyNetwork
from training.composer.piece import in_scale_share
from training.composer.takes import repeated_bars
from training.composer.weights import Weights
from training.music.grid import SOLO_BARS, STEPS_PER_BAR
from training.music.key import key_to_shift
from training.music.moods import MOODS
from training.music.solo import Note, Solo

FIGURES: Final = (
    "longest run also in training",
    "share in runs of 8 or more",
    "notes a bar",
    "in scale",
    "repeated bars",
    "repeated pitches",
    "share of time that sounds",
)


def report(weights: Weights, corpus: Corpus, *, solos: int) -> Iterator[str]:
    """Yield the lines of a table: each figure for held-out songs and for solos of seeds 1 to `solos`.

    Each figure is given as its median with the 10th and 90th percentile.
    """
    network = MelodyNetwork(weights)
    bits = bits_per_bar(network, corpus.split("test"))
    yield f"test split: {bits.total:.2f} bits a bar ({bits.duration:.2f} when, {bits.kind:.2f} what)"
    index = CopyIndex(piece.melody for piece in corpus.split("train"))
    held_out = [
        [note for note in piece.melody if note.start < SOLO_BARS * STEPS_PER_BAR]
        for piece in corpus.split("test")
        if piece.bars >= SOLO_BARS
    ]
    composer = Composer(network, weights.card)
    moods = list(MOODS)
    written = [composer.compose(seed=seed, mood=moods[seed % len(moods)]) for seed in range(1, solos + 1)]
    melodies = [_at_home(solo) for solo in written]
    songs = np.array([measure(melody, index) for melody in held_out])
    ours = np.array([measure(melody, index) for melody in melodies])
    yield f"{'median (10 % to 90 %)':30} {f'{len(songs)} held-out songs':>24} {f'{solos} solos':>24}"
    for column, name in enumerate(FIGURES):
        yield f"{name:30} {_spread(songs[:, column]):>24} {_spread(ours[:, column]):>24}"


def measure(melody: Sequence[Note], index: CopyIndex) -> list[float]:
    """Return FIGURES for one melody of SOLO_BARS bars in C major or A minor."""
    copying = index.compare(melody)
    return [
        copying.longest_run,
        copying.share_in_long_runs,
        len(melody) / SOLO_BARS,
        in_scale_share(note.pitch for note in melody),
        repeated_bars(melody),
        sum(a.pitch == b.pitch for a, b in pairwise(melody)) / max(1, len(melody) - 1),
        sum(note.length for note in melody) / (SOLO_BARS * STEPS_PER_BAR),
    ]


def _at_home(solo: Solo) -> list[Note]:
    """Return the melody in C major or A minor, as the corpus is."""
    shift = key_to_shift(solo.key)
    return [replace(note, pitch=note.pitch - shift) for note in solo.voices["melody"]]


def _spread(values: NDArray[np.float64]) -> str:
    low, middle, high = np.percentile(values, [10, 50, 90])
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"
