"""A report on what the models learn from: sizes, piano rolls, histograms and chords on one page."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from training.composer.corpus import SPLITS, Corpus
from training.composer.histograms import lying, upright
from training.composer.house import LeadSheet
from training.composer.piece import Piece
from training.composer.rolls import roll
from training.composer.tally import CHORD_TALLIES, TALLIES, Shares, Tally

INDEX: Final = "index.md"
HOUSE: Final = "house"
SONGS: Final = "songs"
TABLE_ROWS: Final = 12

Corpora = Mapping[str, Sequence[Piece]]  # the house corpus first


def write_report(folder: Path, sheets: Sequence[LeadSheet], songs: Corpus | None) -> Iterator[Path]:
    """Write the pictures and then the page that shows them, yielding each as it is written.

    Args:
        folder: made if it does not exist.
        sheets: the house corpus; the first piece of each mood is drawn.
        songs: the songs of the pre-training to set beside it, if there are any.
    """
    corpora: dict[str, Sequence[Piece]] = {HOUSE: [sheet.piece for sheet in sheets]}
    if songs is not None:
        corpora[SONGS] = songs.pieces
    lines = ["# What the models learn from", "", *_sizes(corpora), ""]
    if songs is not None:
        lines += [f"Songs: {songs.credit}; {len(songs.refused)} could not be used."]
        lines += [f"SHA-256 of the data as read: `{songs.sha256}`.", ""]
    lines += ["All of it is in C major or A minor here, whatever key it was written in.", ""]

    lines += ["## A piece of each mood", ""]
    for sheet in {sheet.mood: sheet for sheet in reversed(sheets)}.values():
        path = folder / f"roll-{sheet.mood}.png"
        _draw_sheet(path, sheet)
        yield path
        lines += _image(path, f"piano roll of {sheet.title}")
    lines += ["## Melodies", ""]
    for tally in TALLIES:
        path = folder / f"{tally.id}.png"
        upright(path, _count(tally, corpora), title=tally.title, axis=tally.axis)
        yield path
        lines += _image(path, tally.title)
    lines += ["## Chords", ""]
    path = folder / "chords.png"
    lying(path, [(tally.title, _count(tally, corpora)) for tally in CHORD_TALLIES])
    yield path
    lines += _image(path, "chord qualities and root moves")
    for tally in CHORD_TALLIES:
        lines += [*_table(tally, _count(tally, corpora)), ""]
    page = folder / INDEX
    page.write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    yield page


def describe(name: str, pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield a line a split: how many pieces, bars and notes it has."""
    for split in SPLITS:
        count, bars, notes = _size([piece for piece in pieces if piece.split == split])
        yield f"{name}, {split}: {count} pieces, {bars} bars, {notes} notes"


def _size(pieces: Sequence[Piece]) -> tuple[int, int, int]:
    """Return how many pieces, bars and melody notes there are."""
    return len(pieces), sum(piece.bars for piece in pieces), sum(len(piece.melody) for piece in pieces)


def _sizes(corpora: Corpora) -> Iterator[str]:
    yield "| corpus | split | pieces | bars | notes |"
    yield "|---|---|--:|--:|--:|"
    for name, pieces in corpora.items():
        for split in SPLITS:
            sizes = _size([piece for piece in pieces if piece.split == split])
            yield " | ".join([f"| {name}", split, *(f"{size:,}" for size in sizes)]) + " |"


def _draw_sheet(path: Path, sheet: LeadSheet) -> None:
    piece = sheet.piece
    roll(
        path,
        {"melody": piece.melody, "bass": sheet.bass},
        bars=piece.bars,
        title=f"{sheet.title} ({sheet.mood})",
        chords=piece.chords,
        form=piece.form,
    )


def _count(tally: Tally, corpora: Corpora) -> dict[str, Shares]:
    return {name: tally.measure(pieces) for name, pieces in corpora.items()}


def _image(path: Path, text: str) -> list[str]:
    return [f"![{text}]({path.name})", ""]


def _table(tally: Tally, counted: Mapping[str, Shares]) -> Iterator[str]:
    """Yield a Markdown table: each corpus' commonest rows in their own order, side by side."""
    yield "| " + " | ".join(f"{tally.title.lower()}, {name} | share" for name in counted) + " |"
    yield "|" + "---|--:|" * len(counted)
    ranked = [[*shares.items()][:TABLE_ROWS] for shares in counted.values()]
    for row in range(max(map(len, ranked))):
        cells = [f"{rows[row][0]} | {rows[row][1]:.1%}" if row < len(rows) else " | " for rows in ranked]
        yield "| " + " | ".join(cells) + " |"
