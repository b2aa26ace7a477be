"""The evaluation as one picture: where our solos lie beside real and shuffled music, figure by figure."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from matplotlib.axes import Axes

from training.composer.pictures import FAINT, INK, RUST, TEAL, Picture, no_ticks

Table = Mapping[str, Mapping[str, Sequence[float]]]  # row -> column -> [10 %, median, 90 %, mean]

OURS: Final = "station"
TARGET: Final = "held-out lofi"
PANELS: Final = 4  # in a line


def draw_evaluation(path: Path, table: Table, *, columns: Sequence[str]) -> None:
    """Draw a panel a column: each row's median as a dot on its 10th to 90th percentile.

    The band behind them is that of held-out lofi, where our solos ought to lie.
    """
    rows = list(table)
    lines = -(-len(columns) // PANELS)
    with Picture(path, width=3.1 * PANELS, height=0.9 + 2.0 * lines) as figure:
        panels = figure.subplots(lines, PANELS, sharey=True).ravel()
        for axes, column in zip(panels, columns, strict=False):
            _panel(axes, {row: table[row][column] for row in rows}, column)
        for axes in panels[len(columns) :]:
            axes.set_visible(False)


def _panel(axes: Axes, spreads: Mapping[str, Sequence[float]], title: str) -> None:
    low, _, high, _ = spreads[TARGET]
    axes.axvspan(low, high, color=FAINT, linewidth=0)
    for place, (row, (least, middle, most, _)) in enumerate(spreads.items()):
        colour = RUST if row == OURS else TEAL if row == TARGET else INK
        axes.plot([least, most], [place, place], color=colour, linewidth=2.5, solid_capstyle="butt")
        axes.plot([middle], [place], "o", color=colour, markersize=6)
    axes.set_yticks(range(len(spreads)), list(spreads))
    axes.set_ylim(len(spreads) - 0.5, -0.5)
    axes.margins(x=0.08)
    axes.set_title(title, fontsize=9)
    no_ticks(axes)
