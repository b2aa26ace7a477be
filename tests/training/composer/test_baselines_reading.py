"""The baselines read a lead sheet as their readers did, and play back what they read."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from music21 import chord as m21chord

from training.composer.baselines.baseline import Baseline
from training.composer.baselines.classic import Classic
from training.composer.baselines.dual import Dual
from training.composer.baselines.reading import (
    REST,
    comping,
    name_to_pitch,
    normal_order,
    note_name,
    piano_tokens,
)
from training.composer.baselines.timed import Timed
from training.composer.house import LeadSheet, house_sheets
from training.music.chords import FLAT_NAMES, QUALITIES, parse_chord
from training.music.grid import STEPS_PER_BAR

SHEETS = house_sheets(Path("training/corpus"))


@pytest.mark.parametrize("quality", QUALITIES)
def test_normal_order_is_the_one_of_music21(quality: str) -> None:
    for root in FLAT_NAMES:
        classes = sorted(parse_chord(root + quality).pitch_classes)
        assert list(normal_order(classes)) == m21chord.Chord(classes).normalOrder


def test_names_of_notes_are_read_back() -> None:
    assert note_name(60) == "C4"
    assert [name_to_pitch(note_name(pitch)) for pitch in range(128)] == list(range(128))


@pytest.mark.parametrize("sheet", SHEETS[::9], ids=lambda sheet: sheet.title)
def test_one_vocabulary_holds_the_notes_the_chords_and_the_rests(sheet: LeadSheet) -> None:
    tokens = piano_tokens(sheet)
    notes = [token for token in tokens if "." not in token and token != REST]
    assert notes == [note_name(note.pitch) for note in sheet.piece.melody]
    chords = [token for token in tokens if "." in token]
    assert len(chords) == len({note.start for note in comping(sheet)})
    first = min(comping(sheet)).start
    struck = {note.pitch % 12 for note in comping(sheet) if note.start == first}
    assert set(map(int, chords[0].split("."))) == struck


@pytest.mark.parametrize("baseline", [Timed(), Dual()], ids=lambda baseline: baseline.name)
def test_the_melody_is_played_as_it_was_read(baseline: Baseline) -> None:
    sheet = SHEETS[0]
    rows, vocabularies = baseline.read([sheet])
    played = baseline.play(rows.tolist(), vocabularies, Random(1))
    melody = sheet.piece.melody
    late = melody[0].start if baseline.name == "timed" else 0  # it does not know when a piece begins
    assert [(n.start + late, n.pitch, n.length) for n in played.notes] == [
        (n.start, n.pitch, n.length) for n in melody
    ]
    if baseline.name == "dual":
        assert played.end == sheet.piece.bars * STEPS_PER_BAR


def test_classic_keeps_pitches_and_draws_lengths_by_lot() -> None:
    classic = Classic()
    rows, vocabularies = classic.read(SHEETS)
    played = classic.play(rows.tolist(), vocabularies, Random(1))
    melody = classic.melody(played.notes)
    assert [n.pitch for n in melody] == [n.pitch for sheet in SHEETS for n in sheet.piece.melody]
    lengths = Counter(n.length for n in melody)
    expected = {2: 0.65, 1: 0.25, 4: 0.05, 8: 0.05}
    assert {steps: lengths[steps] / len(melody) for steps in lengths} == pytest.approx(expected, abs=0.03)
    single = set(melody)
    chords = [n.pitch for n in played.notes if n not in single]
    assert 60 <= min(chords) <= max(chords) < 72


def test_a_stream_lays_pieces_end_to_end() -> None:
    for baseline in (Classic(), Timed(), Dual()):
        alone = [len(baseline.read([sheet]).rows) for sheet in SHEETS[:3]]
        assert len(baseline.read(SHEETS[:3]).rows) == sum(alone)
