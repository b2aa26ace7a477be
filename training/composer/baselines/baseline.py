"""What every baseline is: how it reads music, what its network is, and how it turns events into notes."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from training.composer.house import LeadSheet
from training.music.solo import Note

Rows = NDArray[np.float32]  # (events, columns), one event of the baseline's own kind a row
Vocabularies = tuple[tuple[str, ...], ...]  # what the whole numbers of a column name, a tuple a column


class Stream(NamedTuple):
    """Pieces laid end to end without a seam, as those projects did."""

    rows: Rows
    vocabularies: Vocabularies  # empty where the rows are quantities


class Played(NamedTuple):
    """Events turned into notes on the sixteenth grid, in time order."""

    notes: list[Note]
    end: int  # the step at which the next event would sound


class Baseline(Protocol):
    """One of those models. A window of events goes in, the event after it comes out."""

    @property
    def name(self) -> str:
        """What the baseline is called in every table."""
        ...

    @property
    def window(self) -> int:
        """How many events the network sees."""
        ...

    @property
    def stride(self) -> int:
        """How many events lie between the windows of one epoch; over 1 each epoch sees a part of them."""
        ...

    @property
    def batch(self) -> int:
        """How many windows make one step of the optimiser."""
        ...

    @property
    def epochs(self) -> int:
        """How long it is trained unless told otherwise."""
        ...

    @property
    def patience(self) -> int:
        """After how many epochs without a lower training loss it stops; nothing is held out."""
        ...

    def read(self, sheets: Sequence[LeadSheet]) -> Stream:
        """Read lead sheets, in C major or A minor, as one stream."""
        ...

    def build(self, vocabularies: Vocabularies) -> Any:
        """Return the Keras model, compiled; its outputs are a dict."""
        ...

    def inputs(self, windows: Rows, vocabularies: Vocabularies) -> Any:
        """Return what the network is shown of windows (B, window, columns)."""
        ...

    def targets(self, following: Rows, vocabularies: Vocabularies) -> dict[str, NDArray[Any]]:
        """Return what it is to answer, by output, where events (B, columns) follow."""
        ...

    def choose(self, predicted: Mapping[str, NDArray[np.float32]], random: Random) -> list[float]:
        """Return one event's columns, chosen from a prediction whose arrays have a batch of one."""
        ...

    def play(self, rows: Sequence[Sequence[float]], vocabularies: Vocabularies, random: Random) -> Played:
        """Return what written events sound like."""
        ...

    def melody(self, notes: Sequence[Note]) -> list[Note]:
        """Return the one line of the notes that can be compared with a melody."""
        ...
