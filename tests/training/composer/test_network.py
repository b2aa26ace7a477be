"""Every voice's NumPy network is its Keras model, step by step."""

from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from training.composer.courses import COURSES
from training.composer.dataset import stack
from training.composer.house import house_sheets
from training.composer.melody_voice import MELODY
from training.composer.model import build_model, export_arrays, load_arrays
from training.composer.network import Network
from training.composer.weights import ModelConfig, Weights, load_weights, save_weights

SMALL = ModelConfig(units=12, kind_width=6, rhythm_width=4, other_width=5, head_width=10)
SHEET = house_sheets(Path("training/corpus"))[0]


def _small_weights() -> Weights:
    keras.utils.set_random_seed(3)
    return Weights(MELODY, SMALL, {"id": "small"}, export_arrays(build_model(MELODY, SMALL)))


@pytest.mark.parametrize("voice", COURSES)
def test_logits_equal_keras_with_the_state_carried(voice: str) -> None:
    course = COURSES[voice]
    weights = load_weights(Path(f"static/models/{voice}.npz"), course.scheme)
    model = build_model(course.scheme, weights.config)
    load_arrays(model, weights.arrays)
    encoded = course.sheet(SHEET)
    inputs, targets, _ = stack([encoded], encoded.events)
    expected = model.predict_on_batch(inputs)
    network = Network(weights)
    state = network.start()
    for row in range(encoded.events):
        integers = encoded.integers[row].tolist()
        duration, context, state = network.step(integers, encoded.dense[row], state)
        kind = network.kind_logits(context, int(targets["duration"][0, row]))
        np.testing.assert_allclose(duration, expected["duration"][0, row], atol=1e-4)
        np.testing.assert_allclose(kind, expected["kind"][0, row], atol=1e-4)


def test_weights_are_read_back_with_their_config_and_card(tmp_path: Path) -> None:
    weights = _small_weights()
    save_weights(tmp_path / "small.npz", weights)
    again = load_weights(tmp_path / "small.npz", MELODY)
    assert (again.config, again.card) == (weights.config, weights.card)
    for name, array in weights.arrays.items():
        np.testing.assert_array_equal(again.arrays[name], array)
    assert [path.name for path in tmp_path.iterdir()] == ["small.npz"]


def test_weights_of_another_vocabulary_are_refused(tmp_path: Path) -> None:
    other = replace(MELODY, extra=MELODY.extra[1:])
    save_weights(tmp_path / "other.npz", replace(_small_weights(), scheme=other))
    with pytest.raises(ValueError, match=r"other\.npz was trained with other columns .*training train"):
        load_weights(tmp_path / "other.npz", MELODY)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\x93NUMPY"])
def test_damaged_weights_are_refused_with_a_remedy(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.npz").write_bytes(content)
    with pytest.raises(ValueError, match=r"cannot read the model .*broken\.npz.*restore it"):
        load_weights(tmp_path / "broken.npz", MELODY)
    with pytest.raises(ValueError, match=r"cannot read the model .*none\.npz"):
        load_weights(tmp_path / "none.npz", MELODY)
