"""The melody model in Keras: trained on whole sequences, a loss at every event.

An event's duration is predicted first, then its kind given the duration. Both heads see the features again
beside the LSTM's output, so that what a returning strain did here can be taken over directly.
"""

from typing import Any

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray

from training.composer.features import COLUMNS, HARMONY_WIDTH
from training.composer.weights import MelodyConfig, table_of
from training.music.tokens import DURATIONS, KINDS


def build_model(config: MelodyConfig) -> keras.Model:
    """Build the model; inputs are (batch, events, ...), outputs logits `duration` and `kind`."""
    integers = keras.Input((None, len(COLUMNS)), dtype="int32", name="integers")
    harmony = keras.Input((None, HARMONY_WIDTH), name="harmony")
    chosen = keras.Input((None,), dtype="int32", name="chosen_duration")

    widths = {"kind": config.kind_width, "rhythm": config.rhythm_width}
    tables: dict[str, Any] = {}
    parts = []
    for column, (name, size) in enumerate(COLUMNS):
        table = table_of(name)
        if table not in tables:
            width = widths.get(table, config.other_width)
            tables[table] = layers.Embedding(size, width, name=f"embed_{table}")
        parts.append(tables[table](integers[:, :, column]))
    seen = layers.Concatenate(name="seen")([*parts, harmony])  # (B, E, inputs)

    value = seen
    for layer in range(config.layers):
        value = layers.LSTM(config.units, return_sequences=True, name=f"lstm_{layer}")(value)
        value = layers.Dropout(config.dropout)(value)
    context = layers.Concatenate(name="context")([value, seen])
    duration_embedding = layers.Embedding(DURATIONS, config.other_width, name="embed_chosen_duration")
    with_duration = layers.Concatenate()([context, duration_embedding(chosen)])
    return keras.Model(
        [integers, harmony, chosen],
        {
            "duration": _head("duration", context, DURATIONS, config),
            "kind": _head("kind", with_duration, KINDS, config),
        },
    )


def export_arrays(model: keras.Model) -> dict[str, NDArray[np.float32]]:
    """Return the weights by the names `network.py` reads them by."""
    arrays = {}
    for layer in model.layers:
        kinds = {1: ("",), 2: ("_kernel", "_bias"), 3: ("_kernel", "_recurrent", "_bias")}
        values = layer.get_weights()
        for suffix, value in zip(kinds.get(len(values), ()), values, strict=True):
            arrays[f"{layer.name}{suffix}"] = value
    return arrays


def _head(name: str, value: Any, size: int, config: MelodyConfig) -> Any:
    inner = layers.Dense(config.head_width, activation="relu", name=f"{name}_inner")(value)
    inner = layers.Dropout(config.dropout)(inner)
    return layers.Dense(size, name=name)(inner)
