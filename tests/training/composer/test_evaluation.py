"""The evaluation page is about the weights that ship, and its figures measure what they say."""

import hashlib
import json
from pathlib import Path
from random import Random

import pytest

from tests.training.composer.corpora import scale_pieces
from training.composer.copying import CopyIndex
from training.composer.evaluate import COPYING, compose_for_page, is_whole, line_of, measure, shuffled
from training.composer.evaluation_page import page_text
from training.composer.figures import FIGURES, Line
from training.composer.infer import load_composer
from training.music.chords import parse_chord
from training.music.solo import Note

MODELS = Path("static/models")
DATA = json.loads(Path("docs/evaluation.json").read_text())
CMAJ9 = [parse_chord("Cmaj9")] * 16


def _line(*notes: tuple[int, int, int]) -> Line:
    """Return four bars of (start, pitch, length) over C major."""
    return Line([Note(start, pitch, length, 64) for start, pitch, length in notes], CMAJ9, 4)


def test_the_page_judges_the_weights_that_ship() -> None:
    shipped = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in MODELS.iterdir()}
    assert DATA["weights"] == shipped
    assert sum(path.stat().st_size for path in MODELS.iterdir()) < 8_000_000


def test_the_page_says_what_its_figures_say() -> None:
    assert Path("docs/evaluation.md").read_text() == page_text(DATA)


def test_the_figures_are_those_of_the_models() -> None:
    composer = load_composer(MODELS)
    for seed, figures in enumerate(DATA["first_solos"], start=1):
        solo = compose_for_page(composer, seed)
        assert is_whole(solo)
        again = measure(line_of(solo), CopyIndex([]))
        assert {name: again[name] for name in FIGURES} == pytest.approx(
            {name: figures[name] for name in FIGURES}
        )


def test_the_promises_of_the_page_hold() -> None:
    table = DATA["table"]
    for column in COPYING:
        assert table["station"][column][3] <= table["held-out songs"][column][3]
    assert DATA["different"] == DATA["whole"] == DATA["solos"] == 50


def test_chord_tones_are_counted_over_the_chord_below() -> None:
    line = _line((0, 64, 4), (8, 65, 2), (16, 74, 4), (20, 61, 2))
    assert FIGURES["chord tones"](line) == 0.5
    assert FIGURES["chord tones on strong beats"](line) == pytest.approx(2 / 3)
    assert FIGURES["in scale"](line) == 0.75
    assert FIGURES["ends on a chord tone"](line) == 0


def test_groove_is_one_when_all_bars_have_the_same_onsets() -> None:
    steady = _line(*((bar * 16 + step, 60 + bar, 2) for bar in range(4) for step in (0, 6, 12)))
    assert FIGURES["groove similarity"](steady) == 1
    uneven = _line((0, 60, 2), (18, 60, 2), (36, 60, 2), (54, 60, 2))
    assert FIGURES["groove similarity"](uneven) == 1 - 2 / 16


def test_repetition_is_seen_by_bar_and_by_phrase() -> None:
    bar = [(0, 60, 4), (4, 64, 4), (8, 67, 2), (10, 65, 2)]
    twice = _line(*bar, *((start + 16, pitch, length) for start, pitch, length in bar))
    assert FIGURES["repeated bars"](twice) == 0.5
    assert FIGURES["repeated phrases"](twice) == 0
    thrice = _line(*((start + 16 * n, pitch, length) for n in range(4) for start, pitch, length in bar))
    assert FIGURES["repeated phrases"](thrice) > 0.5


def test_silence_is_the_least_of_any_four_bars() -> None:
    assert FIGURES["least silence in 4 bars, sixteenths"](_line((0, 60, 60))) == 4


def test_shuffling_keeps_the_notes_and_loses_their_order() -> None:
    piece = scale_pieces([1])[0]
    line = Line(piece.melody, piece.chords, piece.bars)
    control = shuffled(line, Random(1))
    assert sorted(n.pitch for n in control.melody) == sorted(n.pitch for n in line.melody)
    index = CopyIndex([piece.melody])
    assert index.compare(control.melody).longest_run < index.compare(line.melody).longest_run
