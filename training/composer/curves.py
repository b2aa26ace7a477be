"""Curves over the epochs of a training."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from matplotlib.ticker import MaxNLocator

from training.composer.pictures import GOLD, INK, RUST, TEAL, Picture, no_ticks

COLOURS: Final = (INK, RUST, TEAL, GOLD)
BEST: Final = 1  # the curve whose least point is marked


def draw_curves(path: Path, curves: Mapping[str, Sequence[float]], *, title: str) -> None:
    """Draw up to four curves of bits a bar by epoch, from epoch 1; the second one's best is marked."""
    with Picture(path, width=8, height=4.2) as figure:
        axes = figure.subplots()
        for number, (name, values) in enumerate(curves.items()):
            epochs = range(1, len(values) + 1)
            colour = COLOURS[number]
            axes.plot(epochs, values, color=colour, label=name, linewidth=2, marker="o", markersize=3.5)
            if number == BEST:
                least = min(values)
                best = values.index(least) + 1
                axes.plot(best, least, "o", color=colour, markersize=10, fillstyle="none")
                axes.annotate(
                    f"{least:.2f}",
                    (best, least),
                    (0, -18),
                    textcoords="offset points",
                    ha="center",
                    color=colour,
                    fontweight="bold",
                )
        axes.set_title(title)
        axes.set_xlabel("epoch")
        axes.set_ylabel("bits a bar")
        axes.set_ylim(bottom=0)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.grid(axis="y")
        no_ticks(axes)
        axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
