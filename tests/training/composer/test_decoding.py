"""Decoding draws from the model's distribution, from the part of it that is allowed."""

from collections import Counter
from random import Random

import numpy as np
import pytest

from training.composer.decoding import choose

LOGITS = np.log(np.array([0.5, 0.3, 0.15, 0.05]))
ALL = np.ones(4, np.bool_)


def _shares(*, temperature: float = 1.0, top_p: float = 1.0, allowed: np.ndarray = ALL) -> list[float]:
    random = Random(1)
    drawn = Counter(
        choose(LOGITS, allowed, temperature=temperature, top_p=top_p, random=random) for _ in range(4000)
    )
    return [drawn[choice] / 4000 for choice in range(4)]


def test_choices_come_as_often_as_the_model_says() -> None:
    assert _shares() == pytest.approx([0.5, 0.3, 0.15, 0.05], abs=0.03)


def test_a_low_temperature_sharpens() -> None:
    assert _shares(temperature=0.5) == pytest.approx([0.685, 0.247, 0.062, 0.007], abs=0.03)


def test_the_tail_outside_top_p_is_never_drawn() -> None:
    assert _shares(top_p=0.75) == pytest.approx([0.625, 0.375, 0, 0], abs=0.03)


def test_what_is_forbidden_is_never_drawn() -> None:
    assert _shares(allowed=np.array([False, True, False, True])) == pytest.approx(
        [0, 6 / 7, 0, 1 / 7], abs=0.03
    )


def test_nothing_allowed_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing is allowed"):
        choose(LOGITS, ~ALL, temperature=1.0, top_p=1.0, random=Random(1))
