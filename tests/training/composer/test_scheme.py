"""A model sees its past, the form and what it stands on, and nothing of what is to come."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.composer.corpora import scale_pieces
from training.composer.batching import batches
from training.composer.courses import COURSES
from training.composer.dataset import Encoded, encode_melody
from training.composer.house import house_sheets
from training.composer.scheme import Line, Scheme
from training.music.form import plan_form
from training.music.tokens import PITCHES, Event, pitch_to_kind

SHEETS = house_sheets(Path("training/corpus"))
NAMES = [name for name, _ in Scheme("any", PITCHES, (), 0).columns]


def _line(bars: int = 30) -> Line:
    return Line(PITCHES, form=plan_form(bars), bars=bars, style="rainy")


def _seen(line: Line) -> dict[str, int]:
    return dict(zip(NAMES, line.columns(), strict=True))


def test_look_backs_find_what_sounded_then() -> None:
    line = _line()
    line.write(Event(6, pitch_to_kind(72)))
    line.write(Event(10, PITCHES.rest))
    line.write(Event(2, pitch_to_kind(60)))
    seen = _seen(line)
    assert seen["back_1_kind"] == pitch_to_kind(72)  # held over step 2 of the bar before
    assert seen["back_1_rhythm"] == 4  # and ends 4 steps later
    assert seen["back_2_kind"] == PITCHES.start
    assert seen["previous_kind"] == pitch_to_kind(60)
    assert (seen["step_in_bar"], seen["bar_in_phrase"], seen["bars_left_in_phrase"]) == (2, 1, 2)


def test_a_returning_strain_sees_its_first_statement() -> None:
    line = _line()
    for bar in range(8):
        line.write(Event(16, pitch_to_kind(60 + bar)))
    assert line.returning
    assert _seen(line)["strain_kind"] == pitch_to_kind(60)  # bar 8 is the A of bar 0 again


def test_ties_look_back_as_the_note_they_prolong() -> None:
    line = _line()
    line.write(Event(16, pitch_to_kind(65)))
    line.write(Event(16, PITCHES.tie))
    assert _seen(line)["back_1_kind"] == pitch_to_kind(65)
    assert _seen(line)["previous_kind"] == PITCHES.tie


def _voices(name: str) -> list[Encoded]:
    return [COURSES[name].sheet(sheet) for sheet in SHEETS]


@pytest.mark.parametrize("voice", COURSES)
def test_every_feature_is_inside_its_vocabulary(voice: str) -> None:
    scheme = COURSES[voice].scheme
    for encoded in _voices(voice):
        assert encoded.integers.shape == (encoded.events, len(scheme.columns))
        assert encoded.dense.shape == (encoded.events, scheme.dense)
        for column, (_, size) in enumerate(scheme.columns):
            assert encoded.integers[:, column].min() >= 0
            assert encoded.integers[:, column].max() < size
        assert encoded.kinds.max() < scheme.alphabet.size


def test_changing_the_future_changes_no_feature_of_the_past() -> None:
    encode: Callable[..., Encoded] = encode_melody
    piece = scale_pieces([0])[0]
    whole = encode(piece, style="pop")
    half = encode(replace(piece, melody=piece.melody[:20]), style="pop")
    columns = [name for name, _ in COURSES["melody"].scheme.columns]
    past = [n for n, name in enumerate(columns) if not name.startswith("character_")]
    np.testing.assert_array_equal(half.integers[:19, past], whole.integers[:19, past])


def test_an_epoch_shows_every_event_once() -> None:
    voices = [encode_melody(piece, style="pop") for piece in scale_pieces(range(5))]
    random = np.random.default_rng(1)
    shown = 0.0
    for inputs, targets, weights in batches(voices, window=16, size=4, random=random):
        assert inputs["integers"].shape[:2] == targets["kind"].shape == weights["kind"].shape
        shown += weights["kind"].sum()
    assert shown == sum(voice.events for voice in voices)
