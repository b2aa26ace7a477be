"""Training: the same again from the same seed, gone on with after a kill, and on record."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tensorboard.backend.event_processing.event_accumulator import (  # type: ignore[import-untyped]
    EventAccumulator,
)

from tests.training.composer.corpora import scale_pieces
from training.composer.dataset import encode_melody
from training.composer.history import BOARD, CURVES, TABLE, Epoch
from training.composer.lesson import Lesson, Material, TrainingConfig
from training.composer.melody_voice import MELODY
from training.composer.train import BEST, train
from training.composer.weights import ModelConfig, Weights, load_weights

VOICES = [encode_melody(piece, style="pop") for piece in scale_pieces(range(8))]
LESSON = Lesson(
    MELODY,
    Material(VOICES[:6], VOICES[6:]),
    ModelConfig(units=12, kind_width=6, rhythm_width=4, other_width=4, head_width=10),
    TrainingConfig(epochs=3, window=32, batch=2, learning_rate=1e-2, seed=5),
)
CARD = {"id": "test"}


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Weights]:
    """A training that nothing interrupted."""
    folder = tmp_path_factory.mktemp("whole")
    return folder, train(LESSON, card=CARD, folder=folder)


def _assert_same(one: Weights, other: Weights) -> None:
    assert one.card == other.card
    assert one.arrays.keys() == other.arrays.keys()
    for name, array in one.arrays.items():
        np.testing.assert_array_equal(array, other.arrays[name], err_msg=name)


def _figures(folder: Path) -> list[dict[str, str]]:
    with (folder / TABLE).open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [{name: value for name, value in row.items() if name != "seconds"} for row in rows]


def test_a_seed_gives_the_same_weights_again_and_another_seed_others(
    whole: tuple[Path, Weights], tmp_path: Path
) -> None:
    _assert_same(train(LESSON, card=CARD, folder=tmp_path / "again"), whole[1])
    other = replace(LESSON, training=replace(LESSON.training, seed=6, epochs=1))
    learnt = train(other, card=CARD, folder=tmp_path / "other")
    assert any((array != whole[1].arrays[name]).any() for name, array in learnt.arrays.items())


def test_it_learns(whole: tuple[Path, Weights]) -> None:
    first, *_, last = (float(row["learnt_bits"]) for row in _figures(whole[0]))
    assert last < first


@pytest.mark.parametrize("after_epochs", [0.1, 1, 1.5, 2])
def test_after_a_kill_it_comes_to_what_it_would_have(
    whole: tuple[Path, Weights], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after_epochs: float
) -> None:
    def advance(_bar: object, epochs: int, share: float) -> None:
        if epochs + share > after_epochs:
            raise Killed

    monkeypatch.setattr("training.composer.train._advance", advance)
    with pytest.raises(Killed):
        train(LESSON, card=CARD, folder=tmp_path)
    monkeypatch.undo()
    _assert_same(train(LESSON, card=CARD, folder=tmp_path), whole[1])
    assert _figures(tmp_path) == _figures(whole[0])


def test_what_is_finished_is_not_trained_again(whole: tuple[Path, Weights]) -> None:
    told: list[Epoch] = []
    _assert_same(train(LESSON, card=CARD, folder=whole[0], watch=told.append), whole[1])
    assert told == []


@pytest.mark.parametrize(
    "other",
    [
        replace(LESSON, training=replace(LESSON.training, seed=6)),
        replace(LESSON, model=replace(LESSON.model, units=13)),
        replace(LESSON, material=Material(VOICES[1:6], VOICES[6:])),
    ],
    ids=["seed", "model", "data"],
)
def test_another_lesson_does_not_go_on_with_it(whole: tuple[Path, Weights], other: Lesson) -> None:
    with pytest.raises(ValueError, match=r"was begun with another seed, data or configuration.*--fresh"):
        train(other, card=CARD, folder=whole[0])


def test_a_damaged_checkpoint_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "checkpoint.npz").write_bytes(b"PK\x03\x04")
    with pytest.raises(ValueError, match=r"cannot read the checkpoint .*checkpoint\.npz.*--fresh"):
        train(LESSON, card=CARD, folder=tmp_path)


def test_it_stops_when_it_gets_no_better(tmp_path: Path) -> None:
    hopeless = replace(LESSON, training=replace(LESSON.training, learning_rate=0.0, epochs=9, patience=2))
    learnt = train(hopeless, card=CARD, folder=tmp_path)
    assert learnt.card["epoch"] == 1
    assert len(_figures(tmp_path)) == 3


def test_it_is_on_record(whole: tuple[Path, Weights]) -> None:
    folder, learnt = whole
    rows = _figures(folder)
    assert [row["number"] for row in rows] == ["1", "2", "3"]
    held_out = [float(row["held_out_duration_bits"]) + float(row["held_out_kind_bits"]) for row in rows]
    assert learnt.card["validation_bits_per_bar"] == pytest.approx(min(held_out), abs=1e-3)
    _assert_same(load_weights(folder / BEST, MELODY), learnt)
    assert (folder / CURVES).read_bytes().startswith(b"\x89PNG")
    board = EventAccumulator(str(folder / BOARD), size_guidance={"tensors": 0})
    board.Reload()
    assert {"learnt_bits", "held_out_bits"} <= set(board.Tags()["tensors"])
    assert [event.step for event in board.Tensors("held_out_bits")] == [1, 2, 3]
