"""A corpus: every piece that a source holds, and why the others could not be read."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from training.composer import pop909, scores
from training.composer.piece import Piece, UnusableError

SPLITS: Final = ("train", "validation", "test")


@dataclass(frozen=True)
class Corpus:
    """The pieces that could be read, why the others could not, and a digest of the data."""

    pieces: tuple[Piece, ...]
    refused: tuple[str, ...]
    credit: str  # whose data it is, for the model card
    sha256: str

    def split(self, name: str) -> list[Piece]:
        """Return the pieces of one of SPLITS."""
        return [piece for piece in self.pieces if piece.split == name]


def gather(source: Path) -> Corpus:
    """Read every piece of a POP909-HSA archive or of a folder of MIDI and MusicXML.

    Raises:
        ValueError: when nothing there can be read.
    """
    if not source.exists():
        raise ValueError(f"no corpus at {source}: give a .tar.gz of POP909-HSA or a folder of scores")
    if source.is_dir():
        outcomes, credit = list(scores.read_folder(source)), f"the scores in {source.name}"
    else:
        outcomes, credit = list(pop909.read_archive(source)), pop909.CREDIT
    pieces = tuple(outcome for outcome in outcomes if isinstance(outcome, Piece))
    refused = tuple(str(outcome) for outcome in outcomes if isinstance(outcome, UnusableError))
    if not pieces:
        reasons = "; ".join(refused[:3]) or "it holds no score"
        raise ValueError(f"nothing in {source} can be learnt from: {reasons}")
    return Corpus(pieces, refused, credit, _digest(pieces))


def _digest(pieces: Sequence[Piece]) -> str:
    """SHA-256 over the pieces as read, so that weights can name the data they saw."""
    digest = hashlib.sha256()
    for piece in sorted(pieces, key=lambda piece: piece.id):
        digest.update(repr((piece.id, piece.bars, piece.melody, piece.chords)).encode())
    return digest.hexdigest()
