"""A voice's model in NumPy: one event at a time, its state carried from step to step.

Equal to the Keras model of `model.py` to 1e-4 on logits (a test holds this). Run in double precision, so that
no machine's order of summation can change which note is drawn. Most of what a model sees is one-hot, so each
embedding is multiplied once, at loading, with the layers it feeds: a step then adds up rows where it would
multiply matrices.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.composer.weights import Weights, table_of

Array = NDArray[np.float64]


class State(NamedTuple):
    """What the LSTM layers remember: hidden and cell, each (layers, units)."""

    hidden: Array
    cell: Array


class Network:
    """Logits for the next event's duration, then for its kind given that duration."""

    def __init__(self, weights: Weights) -> None:
        self.scheme = weights.scheme
        self._config = weights.config
        self._arrays = {name: array.astype(np.float64) for name, array in weights.arrays.items()}
        tables = [self._arrays[f"embed_{table_of(name)}"] for name, _ in weights.scheme.columns]
        inputs = sum(table.shape[1] for table in tables) + weights.scheme.dense
        units = self._config.units
        # What is seen feeds the gates of the first LSTM layer and, past the LSTM, both heads.
        feeds = np.hstack(
            [
                self._arrays["lstm_0_kernel"],
                self._arrays["duration_inner_kernel"][units : units + inputs],
                self._arrays["kind_inner_kernel"][units : units + inputs],
            ]
        )
        *parts, self._dense = np.split(feeds, np.cumsum([table.shape[1] for table in tables]))
        self._rows = [table @ part for table, part in zip(tables, parts, strict=True)]
        chosen = self._arrays["kind_inner_kernel"][units + inputs :]
        self._chosen_rows = self._arrays["embed_chosen_duration"] @ chosen

    def start(self) -> State:
        """Return the state before the first event."""
        shape = (self._config.layers, self._config.units)
        return State(np.zeros(shape), np.zeros(shape))

    def step(
        self, integers: Sequence[int], dense: NDArray[np.float32], state: State
    ) -> tuple[Array, Array, State]:
        """Take in the features of the next event.

        Returns:
            duration logits (DURATIONS,), a context to hand to `kind_logits`, and the state after.
        """
        units, arrays = self._config.units, self._arrays
        seen = dense @ self._dense
        for rows, index in zip(self._rows, integers, strict=True):
            seen += rows[index]
        value, for_duration, for_kind = np.split(seen, [4 * units, 4 * units + self._config.head_width])
        hidden, cell = np.empty_like(state.hidden), np.empty_like(state.cell)
        for layer in range(self._config.layers):
            if layer:
                value = hidden[layer - 1] @ arrays[f"lstm_{layer}_kernel"]
            gates = value + state.hidden[layer] @ arrays[f"lstm_{layer}_recurrent"]
            gates += arrays[f"lstm_{layer}_bias"]
            let_in, keep, candidate, let_out = np.split(gates, 4)  # Keras' order of gates
            cell[layer] = _sigmoid(keep) * state.cell[layer] + _sigmoid(let_in) * np.tanh(candidate)
            hidden[layer] = _sigmoid(let_out) * np.tanh(cell[layer])
        duration_inner = for_duration + hidden[-1] @ arrays["duration_inner_kernel"][:units]
        kind_inner = for_kind + hidden[-1] @ arrays["kind_inner_kernel"][:units]
        return self._head("duration", duration_inner), kind_inner, State(hidden, cell)

    def kind_logits(self, context: Array, duration: int) -> Array:
        """Return the kind logits (KINDS,) once the event's duration is chosen."""
        return self._head("kind", context + self._chosen_rows[duration])

    def _head(self, name: str, inner: Array) -> Array:
        active = np.maximum(inner + self._arrays[f"{name}_inner_bias"], 0)
        logits: Array = active @ self._arrays[f"{name}_kernel"] + self._arrays[f"{name}_bias"]
        return logits


def _sigmoid(x: Array) -> Array:
    """Return the logistic function, by tanh, which cannot overflow."""
    half: Array = 0.5 * (np.tanh(0.5 * x) + 1)
    return half
