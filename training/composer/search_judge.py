"""Judging a candidate of the search by its solos: how many of their figures held-out lofi has, too."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from training.composer.copying import CopyIndex
from training.composer.corpus import Corpus
from training.composer.evaluate import COLUMNS, COPYING, line_of, measure
from training.composer.figures import Line
from training.composer.house import LeadSheet
from training.music.solo import Solo


class Verdict(NamedTuple):
    """What is said of a candidate's solos."""

    inside: float  # share of the figures that lie between held-out lofi's 10th and 90th percentile, 0 to 1
    figures: Mapping[str, float]  # the median of each


class Judge:
    """Compares solos with the house pieces that nothing was learnt from."""

    def __init__(self, songs: Corpus | None, sheets: Sequence[LeadSheet]) -> None:
        """Measure the held-out house pieces.

        Raises:
            ValueError: when there are none.
        """
        house = [sheet.piece for sheet in sheets]
        pieces = [*(songs.pieces if songs is not None else ()), *house]
        self._index = CopyIndex(piece.melody for piece in pieces if piece.split == "train")
        held_out = [
            measure(Line(p.melody, p.chords, p.bars), self._index) for p in house if p.split != "train"
        ]
        if not held_out:
            raise ValueError("no lead sheet is held out to compare solos with: give --house more of them")
        self._bounds = {
            column: np.percentile([figures[column] for figures in held_out], [10, 90]) for column in COLUMNS
        }

    def hear(self, solos: Iterable[Solo]) -> Verdict:
        """Return the verdict on one or more solos; copying less than held-out lofi does is never wrong."""
        measured = [measure(line_of(solo), self._index) for solo in solos]
        inside = []
        for column, (low, high) in self._bounds.items():
            least = -np.inf if column in COPYING else low
            inside += [bool(least <= figures[column] <= high) for figures in measured]
        medians = {column: float(np.median([f[column] for f in measured])) for column in COLUMNS}
        return Verdict(float(np.mean(inside)), medians)
