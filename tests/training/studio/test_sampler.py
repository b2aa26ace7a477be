"""The offline sampler against what Tone.Sampler is documented to do."""

import math

import numpy as np
import pytest

from training.music.grid import SAMPLE_RATE
from training.music.solo import Note
from training.studio.audio import Audio
from training.studio.sampler import (
    RELEASE_SECONDS,
    VELOCITY_CURVE,
    nearest,
    play,
    release_curve,
)

BAR = 141_120  # frames at 75 BPM
STEP = BAR // 16


@pytest.fixture
def one_shots() -> dict[int, Audio]:
    """A steady 440 Hz for A4, so that rate, gain and release can be read off."""
    time = np.arange(3 * SAMPLE_RATE) / SAMPLE_RATE
    return {69: np.sin(2 * np.pi * 440 * time).astype(np.float32)[:, np.newaxis]}


def render(notes: list[Note], one_shots: dict[int, Audio], *, swing: float = 0.5) -> Audio:
    return play(notes, one_shots, frames=BAR, bpm=75, swing=swing)


def test_of_two_samples_equally_near_the_higher_is_played() -> None:
    assert nearest(62, (60, 64, 68)) == 64
    assert nearest(61, (60, 64, 68)) == 60
    assert nearest(90, (60, 64, 68)) == 68


def test_another_pitch_is_the_same_sample_faster(one_shots: dict[int, Audio]) -> None:
    sound = render([Note(0, 81, 4, 127)], one_shots)[: 4 * STEP, 0]
    crossings = np.count_nonzero((sound[:-1] < 0) & (sound[1:] >= 0))
    assert crossings / (4 * STEP / SAMPLE_RATE) == pytest.approx(880, rel=0.01)


def test_velocity_sets_the_gain_by_the_pages_curve(one_shots: dict[int, Audio]) -> None:
    sound = render([Note(0, 69, 8, 64)], one_shots)
    assert np.abs(sound).max() == pytest.approx((64 / 127) ** VELOCITY_CURVE, rel=0.01)


def test_a_note_begins_on_its_step_and_swing_delays_every_second(
    one_shots: dict[int, Audio],
) -> None:
    for step, swing, expected in ((4, 0.6, 4.0), (5, 0.5, 5.0), (5, 0.6, 5.2)):
        sound = render([Note(step, 69, 1, 127)], one_shots, swing=swing)
        begun = np.flatnonzero(np.abs(sound[:, 0]) > 0)[0]
        assert begun == pytest.approx(expected * STEP, abs=2)


def test_a_release_falls_exponentially_and_then_ends() -> None:
    frames = SAMPLE_RATE
    gain = release_curve(frames, held=0.2)
    constant = math.log(RELEASE_SECONDS + 1) / math.log(200)
    assert gain[round(0.2 * SAMPLE_RATE)] == pytest.approx(1, abs=1e-3)
    assert gain[round((0.2 + constant) * SAMPLE_RATE)] == pytest.approx(1 / math.e, abs=1e-3)
    assert not gain[round((0.2 + RELEASE_SECONDS) * SAMPLE_RATE) + 1 :].any()


def test_a_note_held_over_the_end_rings_into_the_start(one_shots: dict[int, Audio]) -> None:
    sound = render([Note(15, 69, 4, 127)], one_shots)
    assert np.abs(sound[:STEP]).max() > 0.9
    assert not sound[6 * STEP : 15 * STEP].any()
