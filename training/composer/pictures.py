"""How the project's pictures look, and the one way they are written: matplotlib without a screen."""

from pathlib import Path
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

PAPER: Final = "#fbf6ec"
INK: Final = "#37303f"
FAINT: Final = "#e2d8c6"
TEAL: Final = "#5b9a91"
RUST: Final = "#c8593d"
GOLD: Final = "#d9a441"
STYLE: Final[dict[str, Any]] = {
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlepad": 10,
    "axes.axisbelow": True,
    "axes.grid": False,
    "font.size": 10,
    "grid.color": FAINT,
    "legend.frameon": False,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}
DOTS_PER_INCH: Final = 110


class Picture:
    """A page to draw on, in the project's colours; saved when the `with` block ends well."""

    def __init__(self, path: Path, *, width: float, height: float) -> None:
        """Start an empty page of `width` by `height` inches."""
        self._path = path
        self._size = (width, height)
        self._style = rc_context(STYLE)  # type: ignore[arg-type]

    def __enter__(self) -> Figure:
        self._style.__enter__()
        self.figure = Figure(figsize=self._size, layout="constrained")
        return self.figure

    def __exit__(self, *error: object) -> None:
        try:
            if error[0] is None:
                save(self.figure, self._path)
        finally:
            self._style.__exit__(None, None, None)


def save(figure: Figure, path: Path) -> None:
    """Write the figure as PNG, aside and then into place; the same figure makes the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    FigureCanvasAgg(figure)
    figure.savefig(aside, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    aside.replace(path)


def no_ticks(axes: Axes) -> None:
    """Leave an axis' labels but not its little lines."""
    axes.tick_params(length=0)


def pretty(name: str) -> str:
    """Return a tone's or a chord's name with musical accidentals."""
    return name.replace("b", "♭").replace("#", "♯")
