"""Bars that compare one corpus with another: upright for what has an order, lying for what has names."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from training.composer.pictures import RUST, TEAL, Picture, no_ticks, pretty
from training.composer.tally import Shares

COLOURS: Final = (RUST, TEAL)  # the first corpus and the second
ROWS: Final = 12  # named bars shown


def upright(path: Path, corpora: Mapping[str, Shares], *, title: str, axis: str) -> None:
    """Draw one bar a label and corpus; every corpus has the same labels, in order."""
    labels = list(next(iter(corpora.values())))
    with Picture(path, width=9, height=3.4) as figure:
        axes = figure.subplots()
        width = 0.82 / len(corpora)
        for number, (name, shares) in enumerate(corpora.items()):
            at = [place + width * (number - (len(corpora) - 1) / 2) for place in range(len(labels))]
            axes.bar(at, [shares[label] for label in labels], width, color=COLOURS[number], label=name)
        axes.set_xticks(range(len(labels)), map(pretty, labels))
        axes.set_xlabel(axis)
        axes.margins(x=0.01)
        _finish(axes, title, "y")


def lying(path: Path, panels: Sequence[tuple[str, Mapping[str, Shares]]]) -> None:
    """Draw panels of named bars side by side, the ROWS that are commonest in any corpus."""
    with Picture(path, width=11, height=4.8) as figure:
        for axes, (title, corpora) in zip(figure.subplots(1, len(panels)), panels, strict=True):
            labels = _commonest(corpora.values())[:ROWS]
            width = 0.82 / len(corpora)
            for number, (name, shares) in enumerate(corpora.items()):
                at = [place + width * (number - (len(corpora) - 1) / 2) for place in range(len(labels))]
                values = [shares.get(label, 0) for label in labels]
                axes.barh(at, values, width, color=COLOURS[number], label=name)
            axes.set_yticks(range(len(labels)), labels)
            axes.invert_yaxis()
            axes.margins(y=0.01)
            _finish(axes, title, "x")


def _commonest(corpora: Iterable[Shares]) -> list[str]:
    greatest: dict[str, float] = {}
    for shares in corpora:
        for label, share in shares.items():
            greatest[label] = max(share, greatest.get(label, 0))
    return sorted(greatest, key=lambda label: -greatest[label])


def _finish(axes: Axes, title: str, lines: Literal["x", "y"]) -> None:
    axes.set_title(title)
    axes.grid(axis=lines)
    shares = axes.xaxis if lines == "x" else axes.yaxis
    shares.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    shares.set_major_formatter(PercentFormatter(1, decimals=0))
    no_ticks(axes)
    if len(axes.containers) > 1:
        axes.legend(loc="lower right" if lines == "x" else "upper right")
