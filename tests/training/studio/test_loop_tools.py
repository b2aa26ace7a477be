"""Everything that touches a loop must treat its end and its start as neighbours."""

from collections.abc import Callable

import numpy as np
import pytest

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio, add_wrapped, generator_for, panned, silence
from training.studio.filters import band_pass, convolve, low_pass
from training.studio.noise import coloured, impulses, slope, steady, wandering
from training.studio.room import room
from training.studio.tape import saturate, wow_and_flutter
from training.studio.vinyl import vinyl

FRAMES = 2 * SAMPLE_RATE


def generator() -> np.random.Generator:
    return generator_for("test", seed=0)


@pytest.fixture
def loop() -> Audio:
    noise = coloured(FRAMES, generator(), colour=slope(-3, low=100, high=4000))
    return noise * np.float32(0.1)


def test_what_passes_the_end_sounds_at_the_start() -> None:
    bed = silence(10)
    add_wrapped(bed, np.arange(1, 7, dtype=np.float32)[:, np.newaxis].repeat(2, 1), frame=7)
    assert bed[:, 0].tolist() == [4, 5, 6, 0, 0, 0, 0, 1, 2, 3]


def test_an_onset_before_the_loop_sounds_at_its_end() -> None:
    bed = silence(10)
    add_wrapped(bed, np.ones((1, 2), np.float32), frame=-1)
    assert bed[:, 0].tolist() == [0] * 9 + [1]


def test_a_sound_longer_than_its_loop_is_refused() -> None:
    with pytest.raises(ValueError, match="11 frames does not fit a loop of 10"):
        add_wrapped(silence(10), silence(11), frame=0)


@pytest.mark.parametrize(
    "effect",
    [
        lambda audio: low_pass(audio, 800),
        lambda audio: band_pass(audio, 200, 2000),
        lambda audio: convolve(audio, np.hanning(300)),
        lambda audio: room(audio, generator(), seconds=0.4, wet=-6, damping=3000),
        lambda audio: saturate(audio, drive=12),
    ],
    ids=["low-pass", "band-pass", "convolve", "room", "saturate"],
)
def test_an_effect_does_not_know_where_the_loop_begins(effect: Callable[[Audio], Audio], loop: Audio) -> None:
    begun_elsewhere = np.roll(loop, 12_345, axis=0)
    expected = np.roll(effect(loop), 12_345, axis=0)
    np.testing.assert_allclose(effect(begun_elsewhere), expected, atol=1e-5)


def test_wow_and_flutter_stay_within_their_cents_and_close_the_seam() -> None:
    time = np.arange(FRAMES) / SAMPLE_RATE
    tone = np.sin(2 * np.pi * 440 * time).astype(np.float32)[:, np.newaxis].repeat(2, 1)
    moved = wow_and_flutter(tone, generator(), wow_cents=10, flutter_cents=5)
    crossings = np.flatnonzero((moved[:-1, 0] < 0) & (moved[1:, 0] >= 0))
    left, right = moved[crossings, 0], moved[crossings + 1, 0]
    periods = np.diff(crossings - left / (right - left))
    cents = 1200 * np.log2(SAMPLE_RATE / periods / 440)
    assert 3 < np.abs(cents).max() < 16
    steps = np.abs(np.diff(moved, axis=0)).max()
    assert np.abs(moved[0] - moved[-1]).max() <= steps


@pytest.mark.parametrize(
    "make",
    [
        lambda: coloured(FRAMES, generator(), colour=slope(-6, low=40, high=2000)),
        lambda: wandering(FRAMES, generator(), hertz=2)[:, np.newaxis],
        lambda: vinyl(FRAMES, generator(), level=-40),
    ],
    ids=["noise", "curve", "vinyl"],
)
def test_made_loops_have_no_seam_and_no_chance(make: Callable[[], Audio]) -> None:
    made = make()
    steps = np.abs(np.diff(made, axis=0)).max(axis=1)
    assert np.abs(made[0] - made[-1]).max() <= np.percentile(steps, 99.9)
    np.testing.assert_array_equal(made, make())


@pytest.mark.parametrize("decibels", [0, -3, -6])
def test_noise_falls_as_its_colour_says(decibels: float) -> None:
    noise = coloured(4 * FRAMES, generator(), colour=slope(decibels, low=20, high=20_000)).mean(axis=1)
    power = np.abs(np.fft.rfft(noise)) ** 2
    hertz = np.fft.rfftfreq(len(noise), 1 / SAMPLE_RATE)

    def density(low: float) -> float:
        return float(10 * np.log10(power[(hertz > low) & (hertz < 1.2 * low)].mean()))

    assert (density(2000) - density(250)) / 3 == pytest.approx(decibels, abs=0.6)


def test_impulses_come_as_often_as_asked() -> None:
    frames = 20 * SAMPLE_RATE
    clicks = impulses(generator(), density=steady(frames, 50), spread=1, heaviness=0.5)
    assert np.count_nonzero(clicks.any(axis=1)) == pytest.approx(1000, rel=0.1)


def test_panning_keeps_the_power() -> None:
    sound = np.ones((4, 2), np.float32)
    for pan in (-1, -0.3, 0, 1):
        assert np.sum(panned(sound, pan=pan) ** 2) == pytest.approx(8)
    assert np.allclose(panned(sound, pan=-1)[:, 1], 0)
