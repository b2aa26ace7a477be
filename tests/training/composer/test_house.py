"""The house corpus is music: every sheet is whole, breathes, ends and is its own."""

from itertools import pairwise
from pathlib import Path

import pytest

from training.composer.copying import CopyIndex
from training.composer.house import LeadSheet, house_sheets, read_house, read_lead_sheet
from training.composer.piece import UnusableError
from training.composer.scheme import STYLES

FOLDER = Path("training/corpus")
SHEETS = house_sheets(FOLDER)
SHEET = (FOLDER / "rainy" / "second-cup.txt").read_text()


def test_there_are_enough_of_them_in_every_mood() -> None:
    assert len(SHEETS) >= 64
    assert len({sheet.title for sheet in SHEETS}) == len(SHEETS)
    moods = [sheet.mood for sheet in SHEETS]
    assert all(moods.count(mood) >= 12 for mood in STYLES if mood != "pop")
    assert len({(sheet.shift, sheet.piece.mode) for sheet in SHEETS}) >= 16


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.piece.id)
def test_a_sheet_is_whole(sheet: LeadSheet) -> None:
    piece, steps = sheet.piece, sheet.piece.bars * 16
    assert 8 <= piece.bars <= 16
    assert sheet.mood in STYLES
    assert 0.5 <= sheet.swing <= 0.62
    assert all(chord is not None for chord in piece.chords)
    rich = sum(chord is not None and len(chord.intervals) >= 4 for chord in piece.chords)
    assert rich / len(piece.chords) >= 0.85
    for notes in (piece.melody, sheet.bass):
        assert all(a.end <= b.start for a, b in pairwise(notes))
        assert notes[-1].end <= steps
    assert all(57 <= note.pitch + sheet.shift <= 86 for note in piece.melody)
    assert all(28 <= note.pitch + sheet.shift <= 52 for note in sheet.bass)
    assert all(abs(a.pitch - b.pitch) <= 12 for a, b in pairwise(piece.melody))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.piece.id)
def test_a_sheet_breathes_and_ends_on_a_chord_tone(sheet: LeadSheet) -> None:
    piece = sheet.piece
    for first in range(0, piece.bars, 4):
        begin, end = first * 16, (first + 4) * 16
        sounding = sum(max(0, min(note.end, end) - max(note.start, begin)) for note in piece.melody)
        assert sounding <= 58
    last = piece.melody[-1]
    under = piece.chords[last.start // 4]
    assert under is not None
    assert last.pitch % 12 in under.pitch_classes


def test_no_sheet_repeats_another() -> None:
    for sheet in SHEETS:
        others = CopyIndex(other.piece.melody for other in SHEETS if other is not sheet)
        assert others.compare(sheet.piece.melody).longest_run <= 9, sheet.title


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("G4:6 A4:6 -:4", "G4:6 A4:6 -:3", "bar 2 of melody lasts 15 sixteenths, not 16"),
        ("D7b9   ", "Dwrong ", "cannot read the chord 'Dwrong'"),
        ("W:16", "Z:16", "there is no voicing 'Z'"),
        ("A4:10", "A4=10", "cannot read 'A4=10'"),
        ("key: F major", "key: F lydian", "cannot read the key"),
        ("mood: rainy\n", "", "its head lacks mood"),
        ("-:2 A4:2 C5:2 D5:6", "~:2 A4:2 C5:2 D5:6", "prolongs nothing"),
        ("comp   | A:6", "harp   | A:6", "neither a head"),
    ],
)
def test_mistakes_are_named_with_their_place(old: str, new: str, said: str) -> None:
    assert old in SHEET
    with pytest.raises(UnusableError, match="house/second-cup") as caught:
        read_lead_sheet(SHEET.replace(old, new, 1), name="second-cup")
    assert said in str(caught.value)


def test_a_broken_sheet_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SHEET)
    (tmp_path / "bad.txt").write_text(SHEET.replace("A4:10", "A4:9"))
    outcomes = list(read_house(tmp_path))
    assert [type(outcome) for outcome in outcomes] == [UnusableError, LeadSheet]
    with pytest.raises(UnusableError, match="house/bad"):
        house_sheets(tmp_path)
