"""The model sees the past, the form and the chords, and nothing of what is to come."""

import numpy as np

from tests.training.composer.corpora import scale_pieces
from training.composer.dataset import batches, encode
from training.composer.features import COLUMNS, NOTHING, Roll, chord_rows
from training.music.character import Character
from training.music.chords import parse_chord
from training.music.form import plan_form
from training.music.tokens import REST, TIE, Event, pitch_to_kind

NAMES = [name for name, _ in COLUMNS]


def _roll(bars: int = 30) -> Roll:
    chords = [parse_chord("Dm9"), parse_chord("G13")] * (2 * bars)
    return Roll(harmony=chord_rows(chords), form=plan_form(bars), character=Character(0, 0, 0), bars=bars)


def test_look_backs_find_what_sounded_then() -> None:
    roll = _roll()
    roll.write(Event(6, pitch_to_kind(72)))
    roll.write(Event(10, REST))
    roll.write(Event(2, pitch_to_kind(60)))
    seen = dict(zip(NAMES, roll.features()[0], strict=True))
    assert seen["back_1_kind"] == pitch_to_kind(72)  # held over step 2 of the bar before
    assert seen["back_1_rhythm"] == 4  # and ends 4 steps later
    assert seen["back_2_kind"] == NOTHING
    assert seen["previous_kind"] == seen["previous_pitch_kind"] == pitch_to_kind(60)
    assert (seen["step_in_bar"], seen["bar_in_phrase"], seen["bars_left_in_phrase"]) == (2, 1, 2)


def test_a_returning_strain_sees_its_first_statement() -> None:
    roll = _roll()
    for bar in range(8):
        roll.write(Event(16, pitch_to_kind(60 + bar)))
    assert roll.returning
    seen = dict(zip(NAMES, roll.features()[0], strict=True))
    assert seen["strain_kind"] == pitch_to_kind(60)  # bar 8 is the A of bar 0 again


def test_ties_look_back_as_the_note_they_prolong() -> None:
    roll = _roll()
    roll.write(Event(16, pitch_to_kind(65)))
    roll.write(Event(16, TIE))
    seen = dict(zip(NAMES, roll.features()[0], strict=True))
    assert seen["back_1_kind"] == pitch_to_kind(65)
    assert seen["previous_kind"] == TIE


def test_every_feature_is_inside_its_vocabulary() -> None:
    for piece in scale_pieces(range(3)):
        encoded = encode(piece)
        for column, (_, size) in enumerate(COLUMNS):
            assert encoded.integers[:, column].min() >= 0
            assert encoded.integers[:, column].max() < size


def test_changing_the_future_changes_no_feature_of_the_past() -> None:
    piece = scale_pieces([0])[0]
    whole = encode(piece)
    from dataclasses import replace

    half = encode(replace(piece, melody=piece.melody[:20]))
    unaffected = [n for n in range(len(NAMES)) if not NAMES[n].startswith("character_")]
    np.testing.assert_array_equal(half.integers[:19, unaffected], whole.integers[:19, unaffected])


def test_an_epoch_shows_every_event_once() -> None:
    pieces = [encode(piece) for piece in scale_pieces(range(5))]
    random = np.random.default_rng(1)
    shown = 0.0
    for inputs, targets, weights in batches(pieces, window=16, size=4, random=random):
        assert inputs["integers"].shape[:2] == targets["kind"].shape == weights["kind"].shape
        shown += weights["kind"].sum()
    assert shown == sum(map(len, pieces))
