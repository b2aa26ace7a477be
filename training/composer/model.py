"""A voice's model in Keras: trained on whole sequences, a loss at every event.

An event's duration is predicted first, then its kind given the duration. Both heads see the features again
beside the LSTM's output, so that what a returning strain did here can be taken over directly.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray

from training.composer.scheme import Scheme
from training.composer.weights import ModelConfig, table_of
from training.music.tokens import DURATIONS


def build_model(scheme: Scheme, config: ModelConfig) -> keras.Model:
    """Build the model; inputs are (batch, events, ...), outputs logits `duration` and `kind`."""
    integers = keras.Input((None, len(scheme.columns)), dtype="int32", name="integers")
    dense = keras.Input((None, scheme.dense), name="dense")
    chosen = keras.Input((None,), dtype="int32", name="chosen_duration")

    widths = {"kind": config.kind_width, "rhythm": config.rhythm_width}
    tables: dict[str, Any] = {}
    parts = []
    for column, (name, size) in enumerate(scheme.columns):
        table = table_of(name)
        if table not in tables:
            width = widths.get(table, config.other_width)
            tables[table] = layers.Embedding(size, width, name=f"embed_{table}")
        parts.append(tables[table](integers[:, :, column]))
    seen = layers.Concatenate(name="seen")([*parts, dense])  # (B, E, inputs)

    value = seen
    for layer in range(config.layers):
        value = layers.LSTM(config.units, return_sequences=True, name=f"lstm_{layer}")(value)
        value = layers.Dropout(config.dropout)(value)
    context = layers.Concatenate(name="context")([value, seen])
    duration_embedding = layers.Embedding(DURATIONS, config.other_width, name="embed_chosen_duration")
    with_duration = layers.Concatenate()([context, duration_embedding(chosen)])
    return keras.Model(
        [integers, dense, chosen],
        {
            "duration": _head("duration", context, DURATIONS, config),
            "kind": _head("kind", with_duration, scheme.alphabet.size, config),
        },
    )


def export_arrays(model: keras.Model) -> dict[str, NDArray[np.float32]]:
    """Return the weights by the names `network.py` reads them by."""
    return {name: layer.get_weights()[at] for layer, at, name in _places(model)}


def load_arrays(model: keras.Model, arrays: Mapping[str, NDArray[np.float32]]) -> None:
    """Set the weights from what `export_arrays` returned."""
    for layer in model.layers:
        layer.set_weights([arrays[name] for other, _, name in _places(model) if other is layer])


def _places(model: keras.Model) -> Iterator[tuple[Any, int, str]]:
    """Yield each weight's layer, its place there and its name; Keras orders layers by its own rule."""
    suffixes = {1: ("",), 2: ("_kernel", "_bias"), 3: ("_kernel", "_recurrent", "_bias")}
    for layer in model.layers:
        for at, suffix in enumerate(suffixes.get(len(layer.get_weights()), ())):
            yield layer, at, layer.name + suffix


def _head(name: str, value: Any, size: int, config: ModelConfig) -> Any:
    inner = layers.Dense(config.head_width, activation="relu", name=f"{name}_inner")(value)
    inner = layers.Dropout(config.dropout)(inner)
    return layers.Dense(size, name=name)(inner)
