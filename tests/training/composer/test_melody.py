"""What a melody does, the model decided: change the model and the durations, start and end change."""

import itertools
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np

from training.composer.melody import ENDING_BARS, LONGEST_SILENCE, WIDEST_LEAP, write_melody
from training.composer.network import MelodyNetwork
from training.composer.weights import Weights, load_weights
from training.music.character import Character
from training.music.chords import parse_progression
from training.music.form import plan_form
from training.music.solo import Note
from training.music.tokens import END_DURATION, REST

BARS = 30
REGISTER = (60, 81)
WEIGHTS = load_weights(Path("static/models/melody.npz"))


def _write(weights: Weights, seed: int) -> list[Note]:
    loop = parse_progression("Dm9 G13 Cmaj9 Am9")
    return write_melody(
        MelodyNetwork(weights),
        chords=[chord for bar in range(BARS) for chord in loop[bar % 4] for _ in range(4)],
        form=plan_form(BARS),
        character=Character(1, 3, 1),
        bars=BARS,
        register=REGISTER,
        temperature=1.0,
        random=Random(seed),
    )


def _leaning(head: str, towards: int, by: float) -> Weights:
    """Return the shipped weights with one output made likelier."""
    bias = WEIGHTS.arrays[f"{head}_bias"].copy()
    bias[towards] += by
    return replace(WEIGHTS, arrays={**WEIGHTS.arrays, f"{head}_bias": bias})


def test_durations_come_from_the_model() -> None:
    usual = [note.length for note in _write(WEIGHTS, 1)]
    leaning = [note.length for note in _write(_leaning("duration", 5, 8), 1)]
    assert len(set(usual)) >= 4
    assert np.mean([length % 5 == 0 for length in leaning]) > 0.9 > np.mean([n % 5 == 0 for n in usual])


def test_the_start_comes_from_the_model() -> None:
    late = _write(_leaning("kind", REST, 12), 1)
    assert late[0].start > 0
    early = _write(_leaning("kind", REST, -12), 1)
    assert early[0].start == 0


def test_the_end_comes_from_the_model() -> None:
    first_step_of_the_ending = (BARS - ENDING_BARS) * 16
    soon = _write(_leaning("duration", END_DURATION, 40), 1)
    assert abs(soon[-1].end - first_step_of_the_ending) <= 16
    never = _write(_leaning("duration", END_DURATION, -40), 1)
    assert never[-1].end > soon[-1].end
    ends = {_write(WEIGHTS, seed)[-1].end for seed in range(6)}
    assert len(ends) > 1


def test_melodies_stay_inside_their_bounds() -> None:
    for seed in range(6):
        melody = _write(WEIGHTS, seed)
        assert all(REGISTER[0] <= note.pitch <= REGISTER[1] for note in melody)
        assert melody[-1].end <= BARS * 16
        for before, after in itertools.pairwise(melody):
            assert abs(after.pitch - before.pitch) <= WIDEST_LEAP
            assert 0 <= after.start - before.end <= LONGEST_SILENCE


def test_a_strain_that_returns_is_known_again() -> None:
    """Bars 8 to 11 state the A of bars 0 to 3 again: far more alike than A and B are."""

    def alike(melody: list[Note], one: int, other: int) -> float:
        onsets = [
            {(n.start - bar * 16, n.pitch) for n in melody if bar * 16 <= n.start < (bar + 4) * 16}
            for bar in (one, other)
        ]
        return len(onsets[0] & onsets[1]) / max(1, len(onsets[0] | onsets[1]))

    melodies = [_write(WEIGHTS, seed) for seed in range(8)]
    returning = np.mean([alike(melody, 0, 8) for melody in melodies])
    contrasting = np.mean([alike(melody, 0, 4) for melody in melodies])
    assert returning > 0.4 > contrasting + 0.2
