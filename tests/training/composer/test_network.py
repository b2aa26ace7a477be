"""The NumPy network is the Keras model, step by step."""

from pathlib import Path

import keras
import numpy as np
import pytest

from tests.training.composer.corpora import scale_pieces
from training.composer.dataset import encode, stack
from training.composer.features import COLUMNS
from training.composer.model import build_model, export_arrays
from training.composer.network import MelodyNetwork
from training.composer.weights import MelodyConfig, Weights, load_weights, save_weights

SMALL = MelodyConfig(units=12, kind_width=6, rhythm_width=4, other_width=5, head_width=10)
SHIPPED = Path("static/models/melody.npz")


def _small_weights() -> Weights:
    keras.utils.set_random_seed(3)
    return Weights(SMALL, {"id": "small"}, export_arrays(build_model(SMALL)))


def _into_keras(weights: Weights) -> keras.Model:
    model = build_model(weights.config)
    for layer in model.layers:
        names = {1: ("",), 2: ("_kernel", "_bias"), 3: ("_kernel", "_recurrent", "_bias")}
        suffixes = names.get(len(layer.get_weights()), ())
        layer.set_weights([weights.arrays[layer.name + suffix] for suffix in suffixes])
    return model


@pytest.mark.parametrize("weights", [_small_weights(), load_weights(SHIPPED)], ids=["small", "shipped"])
def test_logits_equal_keras_with_the_state_carried(weights: Weights) -> None:
    encoded = encode(scale_pieces([0])[0])
    inputs, targets, _ = stack([encoded], len(encoded))
    expected = _into_keras(weights).predict_on_batch(inputs)
    network = MelodyNetwork(weights)
    state = network.start()
    for row in range(len(encoded)):
        duration, context, state = network.step(encoded.integers[row].tolist(), encoded.harmony[row], state)
        kind = network.kind_logits(context, int(targets["duration"][0, row]))
        np.testing.assert_allclose(duration, expected["duration"][0, row], atol=1e-4)
        np.testing.assert_allclose(kind, expected["kind"][0, row], atol=1e-4)


def test_weights_are_read_back_with_their_config_and_card(tmp_path: Path) -> None:
    weights = _small_weights()
    save_weights(tmp_path / "small.npz", weights)
    again = load_weights(tmp_path / "small.npz")
    assert (again.config, again.card) == (weights.config, weights.card)
    for name, array in weights.arrays.items():
        np.testing.assert_array_equal(again.arrays[name], array)
    assert [path.name for path in tmp_path.iterdir()] == ["small.npz"]


def test_weights_of_another_vocabulary_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "training.composer.weights.VOCABULARY", {"columns": [list(column) for column in COLUMNS[1:]]}
    )
    save_weights(tmp_path / "other.npz", _small_weights())
    monkeypatch.undo()
    with pytest.raises(ValueError, match=r"other\.npz was trained with other .*columns.*training train"):
        load_weights(tmp_path / "other.npz")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\x93NUMPY"])
def test_damaged_weights_are_refused_with_a_remedy(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.npz").write_bytes(content)
    with pytest.raises(ValueError, match=r"cannot read the model .*broken\.npz.*restore it"):
        load_weights(tmp_path / "broken.npz")
    with pytest.raises(ValueError, match=r"cannot read the model .*none\.npz"):
        load_weights(tmp_path / "none.npz")
