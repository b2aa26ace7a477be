"""The grid, the keys and the form add up."""

import pytest

from training.music.form import plan_form
from training.music.grid import (
    AMBIENCE_BARS,
    DRUM_BARS,
    SOLO_BARS,
    bars_to_frames,
    steps_to_seconds,
    swing_delay,
)
from training.music.key import key_to_shift, shift_to_key


def test_shipped_lengths_are_whole_frames() -> None:
    assert bars_to_frames(DRUM_BARS) == 1_128_960
    assert bars_to_frames(AMBIENCE_BARS) == 1_693_440
    assert bars_to_frames(SOLO_BARS) == 4_233_600
    assert steps_to_seconds(16) == pytest.approx(3.2)


def test_a_tempo_that_would_drift_is_refused() -> None:
    with pytest.raises(ValueError, match="not a whole number of frames"):
        bars_to_frames(8, bpm=77)


def test_swing_moves_the_second_of_each_pair_only() -> None:
    assert [swing_delay(step, swing=0.5) for step in range(4)] == [0, 0, 0, 0]
    assert [swing_delay(step, swing=0.6) for step in range(4)] == pytest.approx([0, 0.2, 0, 0.2])


@pytest.mark.parametrize("mode", ["major", "minor"])
@pytest.mark.parametrize("shift", range(-5, 7))
def test_keys_are_read_back_from_their_names(shift: int, mode: str) -> None:
    assert key_to_shift(shift_to_key(shift, mode)) == shift


def test_minor_keys_are_named_as_musicians_name_them() -> None:
    assert shift_to_key(-3, "minor") == "F# minor"
    assert shift_to_key(-3, "major") == "A major"
    assert shift_to_key(-4, "major") == "Ab major"


@pytest.mark.parametrize("key", ["H minor", "C", "C dorian", ""])
def test_unknown_keys_are_refused(key: str) -> None:
    with pytest.raises(ValueError, match="cannot read the key"):
        key_to_shift(key)


@pytest.mark.parametrize("bars", range(1, 65))
def test_a_form_covers_every_bar_once(bars: int) -> None:
    form = plan_form(bars)
    assert [bar for phrase in form for bar in range(phrase.start, phrase.start + phrase.bars)] == list(
        range(bars)
    )


def test_thirty_bars_return_to_the_first_strain_and_close() -> None:
    assert [(phrase.letter, phrase.bars) for phrase in plan_form(30)] == [
        *(("A", 4), ("B", 4), ("A", 4), ("B", 4), ("C", 4), ("D", 4), ("A", 4), ("o", 2))
    ]
