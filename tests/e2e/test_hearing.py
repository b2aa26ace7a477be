"""The ears themselves: they find what is there, where it is, and nothing that is not."""

import numpy as np
import pytest

from tests.e2e.hearing import find, longest_silence

RATE = 44_100


def noise(seed: int, *, seconds: float) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(round(seconds * RATE)) * 0.1


def test_a_quiet_sound_is_found_under_a_loud_one_to_the_millisecond() -> None:
    layer, rest = noise(1, seconds=4), noise(2, seconds=12)
    rest[round(5.25 * RATE) :][: len(layer)] += layer / 5
    match = find(layer, rest, rate=RATE, between=(0, 8))
    assert match.seconds == pytest.approx(5.25, abs=0.001)
    assert match.strength > 20


def test_a_sound_that_is_not_there_is_not_found() -> None:
    match = find(noise(3, seconds=4), noise(2, seconds=12), rate=RATE, between=(0, 8))
    assert match.strength < 8


def test_a_silence_is_measured() -> None:
    sound = noise(4, seconds=2)
    sound[RATE : round(1.4 * RATE)] = 0
    assert longest_silence(sound, rate=RATE) == pytest.approx(0.4, abs=0.02)
    assert longest_silence(noise(4, seconds=2), rate=RATE) == 0
