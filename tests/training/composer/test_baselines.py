"""The baselines train, keep their best, go on after a kill, and write the same piece from the same seed."""

from dataclasses import replace
from itertools import islice, pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from music21 import converter

from training.composer.baselines import fit as fitting
from training.composer.baselines.baseline import Baseline
from training.composer.baselines.checkpoint import Trained, load_checkpoint, save_checkpoint
from training.composer.baselines.classic import Classic
from training.composer.baselines.dual import Dual
from training.composer.baselines.fit import fit
from training.composer.baselines.lines import single_line, top_line, without_rhythm
from training.composer.baselines.table import (
    BASELINES,
    events_per_second,
    fit_baseline,
    generate_baseline,
    load_baseline,
    write_events,
    write_midi,
)
from training.composer.baselines.timed import Timed, squared_error_with_pressure
from training.composer.copying import CopyIndex
from training.composer.house import house_sheets
from training.music.solo import Note

SHEETS = [sheet for sheet in house_sheets(Path("training/corpus")) if sheet.piece.split == "train"][:3]
TOYS: dict[str, Baseline] = {  # an epoch in one batch, so that Keras traces each network once
    "classic": Classic(window=8, stride=1, batch=1000, units=(6, 8, 6), dense=8),
    "timed": Timed(window=5, batch=1000, units=8),
    "dual": Dual(window=5, batch=1000, units=(6, 6)),
}


@pytest.fixture(scope="module", params=TOYS)
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    to = tmp_path_factory.mktemp("baselines") / "toy.npz"
    return fit(TOYS[request.param], SHEETS, to=to, epochs=5, seed=1)


def test_training_lowers_the_loss(trained: Trained) -> None:
    assert trained.epoch > 1  # the first is kept until another is better


def test_a_piece_is_on_the_grid_in_its_bars_and_the_same_from_its_seed(trained: Trained) -> None:
    notes, melody = generate_baseline(trained, seed=1, bars=1)
    assert generate_baseline(trained, seed=1, bars=1) == (notes, melody)
    assert set(melody) <= set(notes)
    for note in notes:
        assert type(note.start) is type(note.length) is type(note.pitch) is int
        assert 0 <= note.start < note.end <= 16
    assert all(before.start < after.start for before, after in pairwise(melody))


def test_every_window_has_its_turn_with_what_follows_it() -> None:
    shown: list[tuple[float, ...]] = []

    class Recorder:
        def train_on_batch(self, inputs: Any, targets: Any, **_: object) -> dict[str, float]:
            for window, token in zip(inputs, targets["token"], strict=True):
                shown.append((*(window[:, 0] * token.size).round().tolist(), float(token.argmax())))
            return {"loss": 1.0}

    classic = Classic(window=12, stride=4, batch=32)
    stream = classic.read(SHEETS)
    run = Trained(classic, stream, Recorder(), 0, 1.0)
    for epoch in range(1, 5):
        assert fitting._epoch(run, np.random.default_rng(epoch), epoch) == pytest.approx(1.0)
    text = [place for (place,) in stream.rows.tolist()]
    assert sorted(shown) == sorted(tuple(text[at : at + 13]) for at in range(len(text) - 12))


def test_the_prompt_is_drawn_by_seed(trained: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(type(trained.baseline), "inputs", lambda _self, windows, _words: seen.append(windows))
    monkeypatch.setattr(type(trained.baseline), "choose", lambda *_: [0.0] * trained.stream.rows.shape[1])
    blind = replace(trained, model=type("Blind", (), {"predict": lambda *_, **__: {}})())
    for seed in range(5):
        list(islice(write_events(blind, seed=seed), 2))
    prompts, nexts = seen[::2], seen[1::2]
    text = np.lib.stride_tricks.sliding_window_view(
        trained.stream.rows, trained.baseline.window, axis=0
    ).transpose(0, 2, 1)
    assert all((text == prompt).all(axis=(1, 2)).any() for prompt in prompts)
    assert len({prompt.tobytes() for prompt in prompts}) > 1
    for before, after in zip(prompts, nexts, strict=True):
        np.testing.assert_array_equal(before[:, 1:], after[:, :-1])


def test_speed_is_counted_after_the_first_event(trained: Trained) -> None:
    ticks = iter((10.0, 12.0))
    assert events_per_second(trained, events=3, clock=lambda: next(ticks)) == 1.5


def test_a_killed_run_goes_on_from_its_best(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    losses = {1: 3.0, 2: 2.0, 3: 2.5, 4: 1.5, 5: 1.6, 6: 1.7, 7: 1.0}
    shown: list[int] = []

    def epoch(_trained: Trained, _random: object, number: int) -> float:
        shown.append(number)
        return losses[number]

    monkeypatch.setattr(fitting, "_epoch", epoch)
    patient = Timed(window=5, units=4, patience=2)
    hasty = replace(patient, batch=7, patience=9)  # the pace may change between two runs
    assert fit(hasty, SHEETS, to=tmp_path / "toy.npz", epochs=3, seed=1).epoch == 2
    best = fit(patient, SHEETS, to=tmp_path / "toy.npz", epochs=7, seed=1)
    assert shown == [1, 2, 3, 3, 4, 5, 6]  # after 2 from the checkpoint; after 6 it had waited long enough
    assert (best.epoch, best.loss) == (4, 1.5)


def test_weights_and_optimiser_come_back_from_a_checkpoint(trained: Trained, tmp_path: Path) -> None:
    to = tmp_path / "toy.npz"
    save_checkpoint(to, trained)
    again = load_checkpoint(to, trained.baseline)
    assert [path.name for path in tmp_path.iterdir()] == ["toy.npz"]
    assert int(again.model.optimizer.iterations) > 0
    for part in ("", "optimizer."):
        before, after = (attrgetter(f"{part}variables")(run.model) for run in (trained, again))
        for one, other in zip(before, after, strict=True):
            np.testing.assert_array_equal(one.numpy(), other.numpy())
    assert (again.epoch, again.loss, again.stream.vocabularies) == (
        trained.epoch,
        trained.loss,
        trained.stream.vocabularies,
    )


def test_what_cannot_be_trained_or_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "_epoch", lambda *_: 1.0)
    to = tmp_path / "toy.npz"
    timed = Timed(window=5, units=4)
    fit(timed, SHEETS, to=to, epochs=1, seed=1)
    with pytest.raises(ValueError, match=r"toy\.npz was trained on another corpus; remove it"):
        fit(timed, SHEETS[:2], to=to, epochs=2, seed=1)
    with pytest.raises(ValueError, match=r"toy\.npz was trained with .*'units': 4.*not with .*'units': 9"):
        load_checkpoint(to, replace(timed, units=9))
    with pytest.raises(ValueError, match=r"timed needs more than 500 events and has \d+: give the corpus"):
        fit(Timed(window=500), SHEETS, to=tmp_path / "none.npz", seed=1)
    to.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(ValueError, match=r"cannot read the baseline .*toy\.npz.*remove it and train"):
        load_baseline("timed", to)
    with pytest.raises(ValueError, match="no baseline 'modern': choose one of classic, timed, dual"):
        fit_baseline("modern", SHEETS, to=to)


def test_the_networks_are_those_of_their_authors() -> None:
    import keras

    vocabulary = ("A4", "r")
    built = {
        name: baseline.build({"classic": (vocabulary,), "timed": (), "dual": (vocabulary,) * 2}[name])
        for name, baseline in BASELINES.items()
    }
    units = {
        name: [layer.units for layer in model.layers if isinstance(layer, keras.layers.LSTM)]
        for name, model in built.items()
    }
    assert units["classic"] == [256, 512, 256]
    assert units["timed"] == [128]
    assert len(units["dual"]) == 4
    assert built["classic"].input_shape == (None, 100, 1)
    assert built["timed"].input_shape == (None, 25, 3)
    assert [shape[1] for shape in built["dual"].input_shape] == [50, 50]
    assert {layer.rate for layer in built["classic"].layers if isinstance(layer, keras.layers.Dropout)} == {
        0.3
    }
    assert isinstance(built["classic"].optimizer, keras.optimizers.RMSprop)


def test_times_below_zero_are_pressed_up() -> None:
    def loss(predicted: float) -> float:
        return float(squared_error_with_pressure(np.array([[1.0]]), np.array([[predicted]])))

    assert loss(1.0) == 0.0
    assert loss(3.0) == 4.0
    assert loss(-1.0) == 4.0 + 10.0


def test_lines_are_taken_out_of_chords() -> None:
    notes = [Note(0, 60, 2, 64), Note(2, 60, 2, 64), Note(2, 67, 4, 64), Note(4, 62, 1, 64)]
    assert [n.pitch for n in top_line(notes)] == [60, 67, 62]
    assert [n.pitch for n in single_line(notes)] == [60, 62]


def test_a_recitation_in_another_rhythm_is_found_by_its_pitches() -> None:
    melody = SHEETS[0].piece.melody
    other = [Note(at * 3 + at % 2, note.pitch + 5, 1, 64) for at, note in enumerate(melody)]
    assert CopyIndex([melody]).compare(other).share_in_long_runs < 1
    index = CopyIndex([without_rhythm(melody)])
    assert index.compare(without_rhythm(other)).longest_run == len(melody) - 1


def test_midi_is_read_back(tmp_path: Path) -> None:
    notes = [Note(0, 60, 2, 64), Note(2, 67, 4, 64), Note(2, 64, 4, 64), Note(9, 62, 1, 64)]
    write_midi(tmp_path / "piece.mid", notes)
    read = [
        (float(element.offset * 4), pitch.midi, float(element.quarterLength * 4))
        for element in converter.parse(tmp_path / "piece.mid").flatten().notes
        for pitch in element.pitches
    ]
    assert sorted(read) == sorted((n.start, n.pitch, n.length) for n in notes)
