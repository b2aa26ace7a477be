"""What happened epoch by epoch: as a table, as data, as curves and for TensorBoard."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

import tensorflow as tf

from training.composer.bits import BitsPerBar
from training.composer.curves import draw_curves

TABLE: Final = "history.csv"
DATA: Final = "history.json"
CURVES: Final = "curves.png"
BOARD: Final = "tensorboard"


@dataclass(frozen=True, slots=True)
class Epoch:
    """One epoch: bits a bar on what was learnt, with dropout, and on what was held out."""

    number: int  # from 1
    learnt_bits: float
    held_out_duration_bits: float
    held_out_kind_bits: float
    learning_rate: float  # at its end
    seconds: float

    @property
    def held_out(self) -> BitsPerBar:
        """The held-out figure, by when and what."""
        return BitsPerBar(self.held_out_duration_bits, self.held_out_kind_bits)


def write_history(folder: Path, epochs: Sequence[Epoch], *, title: str) -> None:
    """Write the table, the data and the curves of all epochs so far."""
    rows = [asdict(epoch) for epoch in epochs]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / TABLE).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [field.name for field in fields(Epoch)])
        table.writeheader()
        table.writerows(rows)
    (folder / DATA).write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    draw_curves(
        folder / CURVES,
        {
            "learnt, with dropout": [epoch.learnt_bits for epoch in epochs],
            "held out": [epoch.held_out.total for epoch in epochs],
            "held out: when": [epoch.held_out.duration for epoch in epochs],
            "held out: what": [epoch.held_out.kind for epoch in epochs],
        },
        title=title,
    )


@contextmanager
def board(folder: Path) -> Iterator[Callable[[Epoch], None]]:
    """Open a log for TensorBoard in the folder: what is yielded writes an epoch's figures to it."""
    writer = tf.summary.create_file_writer(str(folder / BOARD))

    def show(epoch: Epoch) -> None:
        figures = asdict(epoch) | {"held_out_bits": epoch.held_out.total}
        with writer.as_default(step=epoch.number):
            for name, value in figures.items():
                tf.summary.scalar(name, value)
        writer.flush()

    try:
        yield show
    finally:
        writer.close()
