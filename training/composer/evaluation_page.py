"""The evaluation as a page: `docs/evaluation.md`, beside it the same figures as JSON and a plot."""

import json
from pathlib import Path
from typing import Any, Final

from training.composer.evaluate import COLUMNS, COPYING
from training.composer.evaluation_plot import draw_evaluation
from training.composer.figures import FIGURES

NAMES: Final = {
    "station": "**the station**",
    "held-out lofi": "held-out lofi",
    "held-out songs": "held-out songs",
    "lofi, notes shuffled": "lofi, notes shuffled",
}
CHORDLESS: Final = ("chord tones", "chord tones on strong beats", "ends on a chord tone")


def write_page(data: dict[str, Any], *, folder: Path) -> list[Path]:
    """Write evaluation.json, .png and .md into the folder; return the paths."""
    figures, plot, page = (folder / f"evaluation.{suffix}" for suffix in ("json", "png", "md"))
    draw_evaluation(plot, _chords_known(data["table"]), columns=COLUMNS)
    figures.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    page.write_text(page_text(data), "utf-8")
    return [figures, plot, page]


def page_text(data: dict[str, Any]) -> str:
    """Return the page in Markdown."""
    table = data["table"]
    rows = list(table)
    lines = [
        "# How good is the composer?",
        "",
        "Written by `python -m training evaluate`; a test fails when this page and the shipped weights",
        f"disagree. Model `{data['model']}`, {data['solos']} solos of 30 bars, seeds 1 to {data['solos']},",
        "default settings. Each cell is the median, with the 10th and 90th percentile. Copying is measured",
        "against all that the models learnt from, whatever the key. *Held-out lofi* are the house lead",
        "sheets that no voice learnt from (8 to 16 bars each; the validation half of them said when to",
        "stop, the test half said nothing), *held-out songs* the first 30 bars of the test songs of",
        "POP909-HSA.",
        "",
        "| | " + " | ".join(NAMES.get(row, f"`{row}`") for row in rows) + " |",
        "|---" * (len(rows) + 1) + "|",
    ]
    for column in COLUMNS:
        cells = (_cell(table[row][column], row=row, column=column) for row in rows)
        lines.append(f"| {column} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "![The same figures as dots on their spread; the band is held-out lofi](evaluation.png)",
        "",
        "Means of the two copying figures: "
        + "; ".join(
            f"{NAMES.get(row, row)} {table[row][COPYING[0]][3]:.2f} and {table[row][COPYING[1]][3]:.3f}"
            for row in rows
        )
        + ".",
        "",
        "Share of the station's solos inside the 10th to 90th percentile of held-out lofi: "
        + ", ".join(f"{name} {data['inside'][name]:.0%}" for name in FIGURES)
        + ".",
        "",
        "Bits a bar of held-out melody, when and what, given its chords, its phrases with their letters,",
        "and its character; on the test split of POP909-HSA and on the held-out lead sheets:",
        "",
        "| | test songs | held-out lofi |",
        "|---|---|---|",
        *(
            f"| {name} | {_bits(on['test songs'])} | {_bits(on['held-out lofi'])} |"
            for name, on in data["bits"].items()
        ),
        "",
        f"Of {data['solos']} solos {data['different']} have a melody of their own, and {data['whole']} are"
        " whole: 30 bars, all three voices, a breath in every four bars and an ending on a chord tone.",
        f"Composing took {data['seconds_a_solo']:.2f} s a solo.",
        "",
        "Weights judged (SHA-256):",
        "",
        *(f"- `{name}` `{digest}`" for name, digest in data["weights"].items()),
        "",
    ]
    return "\n".join(lines)


def _chords_known(table: dict[str, Any]) -> dict[str, Any]:
    """Return the rows that every figure can be taken of: the seeds' models know no chords."""
    return {row: spreads for row, spreads in table.items() if row in NAMES}


def _bits(parts: list[float]) -> str:
    when, what = parts
    return f"{when + what:.2f} ({when:.2f} + {what:.2f})"


def _cell(spread: list[float], *, row: str, column: str) -> str:
    if row not in NAMES and column in CHORDLESS:
        return "no chords"
    low, middle, high, _ = spread
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"
