"""The report counts what is in the corpora and draws it."""

from pathlib import Path

import pytest

from tests.training.composer.corpora import SONG, write_archive
from training.composer.corpus import gather
from training.composer.house import house_sheets
from training.composer.piece import Piece
from training.composer.report import INDEX, describe, write_report
from training.composer.tally import (
    CHORD_TALLIES,
    LONG,
    TALLIES,
    chord_qualities,
    durations,
    onsets,
    pitch_classes,
    root_moves,
)

HOUSE = Path("training/corpus")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    return gather(write_archive(tmp_path / "songs.tar.gz", {"007": SONG})).pieces[0]


def test_notes_are_counted_by_pitch_length_and_place(piece: Piece) -> None:
    # C4:4 E4:4 G4:8 F4:24, a bar's rest, C5:16
    assert {name: share for name, share in pitch_classes([piece]).items() if share} == {
        "C": 0.4,
        "E": 0.2,
        "F": 0.2,
        "G": 0.2,
    }
    assert {name: share for name, share in durations([piece]).items() if share} == {
        "4": 0.4,
        "8": 0.2,
        "16": 0.2,
        LONG: 0.2,
    }
    assert {name: share for name, share in onsets([piece]).items() if share} == {"1": 0.6, "5": 0.2, "9": 0.2}


def test_chords_are_counted_once_however_long_they_last(piece: Piece) -> None:
    # two bars of C, two of G7
    assert chord_qualities([piece]) == {"major": 0.5, "7": 0.5}
    assert root_moves([piece]) == {"fourth down": 1.0}


def test_every_count_of_the_house_corpus_adds_up() -> None:
    pieces = [sheet.piece for sheet in house_sheets(HOUSE)]
    for tally in (*TALLIES, *CHORD_TALLIES):
        assert sum(tally.measure(pieces).values()) == pytest.approx(1), tally.id


def test_a_split_is_described_in_a_line(piece: Piece) -> None:
    assert f"songs, {piece.split}: 1 pieces, 4 bars, 5 notes" in list(describe("songs", [piece]))


@pytest.mark.parametrize("with_songs", [True, False])
def test_the_page_shows_every_picture_that_was_drawn(tmp_path: Path, *, with_songs: bool) -> None:
    songs = gather(write_archive(tmp_path / "songs.tar.gz", {"007": SONG})) if with_songs else None
    sheets = house_sheets(HOUSE)
    written = list(write_report(tmp_path / "report", sheets, songs))
    page = (tmp_path / "report" / INDEX).read_text("utf-8")
    pictures = [path for path in written if path.suffix == ".png"]
    assert len(pictures) == len({sheet.mood for sheet in sheets}) + len(TALLIES) + 1
    for path in pictures:
        assert path.read_bytes().startswith(PNG)
        assert f"({path.name})" in page
    assert ("POP909" in page) is with_songs
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == sorted(p.name for p in written)


def test_the_same_corpus_makes_the_same_page_to_the_byte(tmp_path: Path) -> None:
    sheets = house_sheets(HOUSE)[:1]
    pages = [list(write_report(tmp_path / name, sheets, None)) for name in ("one", "two")]
    for one, two in zip(*pages, strict=True):
        assert one.read_bytes() == two.read_bytes()
