"""The composer's door: a solo is a pure function of its parameters."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from training.composer.infer import MELODY_REGISTER, RANGES, Composer, load_composer
from training.music.chords import PITCH_CLASSES, parse_progression
from training.music.moods import MOODS
from training.music.solo import VOICES, Solo

MODELS = Path("static/models")


@pytest.fixture(scope="module")
def composer() -> Composer:
    return load_composer(MODELS)


def test_the_same_parameters_give_the_same_solo_in_another_process(composer: Composer) -> None:
    program = (
        "import json, pathlib; from training.composer.infer import load_composer;"
        f"solo = load_composer(pathlib.Path({str(MODELS)!r})).compose(seed=11, bars=8, mood='cosy');"
        "print(json.dumps(solo.to_json()))"
    )
    other = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert json.loads(other.stdout) == json.loads(
        json.dumps(composer.compose(seed=11, bars=8, mood="cosy").to_json())
    )


def test_another_seed_is_another_solo(composer: Composer) -> None:
    melodies = {composer.compose(seed=seed, bars=8).voices["melody"] for seed in range(8)}
    assert len(melodies) == 8


@pytest.mark.parametrize("mood", MOODS)
def test_a_solo_is_whole_in_every_mood(composer: Composer, mood: str) -> None:
    solo = composer.compose(seed=3, mood=mood)
    assert (solo.bars, solo.bpm, solo.mood) == (30, 75, mood)
    assert len(parse_progression(solo.progression)) == 30
    assert set(solo.voices) == set(VOICES)
    for notes in solo.voices.values():
        assert list(notes) == sorted(notes)
        assert all(0 <= note.start < note.end <= 30 * 16 for note in notes)
        assert all(1 <= note.velocity <= 127 for note in notes)
    low, high = MELODY_REGISTER
    assert all(low <= note.pitch <= high for note in solo.voices["melody"])
    assert Solo.from_json(json.loads(json.dumps(solo.to_json()))) == solo


@pytest.mark.parametrize("mood", MOODS)
def test_a_progression_of_its_own_is_rich_and_comes_home(composer: Composer, mood: str) -> None:
    for seed in range(4):
        solo = composer.compose(seed=seed, bars=14, mood=mood)
        bars = parse_progression(solo.progression)
        assert all(len(chord.intervals) > 3 for bar in bars for chord in bar)
        assert [chord.root for chord in bars[-1]] == [PITCH_CLASSES[solo.key.split()[0]]]


@pytest.mark.parametrize("bars", [2, 3, 7, 16, 64])
def test_any_length_is_filled(composer: Composer, bars: int) -> None:
    solo = composer.compose(seed=5, bars=bars)
    for voice in ("chords", "bass"):
        assert (bars - 1) * 16 < max(note.end for note in solo.voices[voice]) <= bars * 16
    assert len(parse_progression(solo.progression)) == bars


def test_the_chords_asked_for_are_the_chords_played(composer: Composer) -> None:
    solo = composer.compose(seed=4, bars=6, progression="Fm9 | Bb13 | Ebmaj9 C7b9 | Abmaj7#11")
    assert solo.progression == "Fm9 | Bb13 | Ebmaj9 C7b9 | Abmaj7#11 | Fm9 | Bb13"
    assert solo.key == "Eb major"
    sounding = {note.pitch % 12 for note in solo.voices["chords"] if note.start == 0}
    assert {8, 3} <= sounding  # third and seventh of F minor


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"seed": -1}, "seed is -1: it must be from 0 to 2147483647"),
        ({"bars": 1}, "bars is 1: it must be from 2 to 64"),
        ({"bars": 65}, "bars is 65"),
        ({"temperature": 0.1}, "temperature is 0.1: it must be from 0.2 to 1.5"),
        ({"bpm": 200}, "bpm is 200: it must be from 60 to 95"),
        ({"mood": "furious"}, "no mood 'furious': choose one of rainy"),
        ({"progression": "Dm9 Hm7"}, "'Hm7'"),
        ({"progression": " ".join(["C"] * 65)}, "65 bars; at most 64"),
        ({"progression": "Cmaj7#11 " * 60}, "at most 500 are read"),
    ],
)
def test_parameters_out_of_bounds_are_named_with_what_is_expected(
    composer: Composer, change: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked below
        composer.compose(**{"seed": 1, **change})
    assert said in str(caught.value)


def test_every_bound_itself_is_allowed(composer: Composer) -> None:
    for name, limits in RANGES.items():
        for value in limits:
            composer.compose(**{"seed": 1, "bars": 4, name: value})  # type: ignore[arg-type]
