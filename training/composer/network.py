"""The melody model in NumPy: one event at a time, its state carried from step to step.

Equal to the Keras model of `model.py` to 1e-4 on logits (a test holds this), at a fraction of the memory.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.composer.features import COLUMNS
from training.composer.weights import Weights, table_of


class State(NamedTuple):
    """What the LSTM layers remember: hidden and cell, each (layers, units)."""

    hidden: NDArray[np.float32]
    cell: NDArray[np.float32]


class MelodyNetwork:
    """Logits for the next event's duration, then for its kind given that duration."""

    def __init__(self, weights: Weights) -> None:
        self._config = weights.config
        self._arrays = weights.arrays
        self._tables = [weights.arrays[f"embed_{table_of(name)}"] for name, _ in COLUMNS]

    def start(self) -> State:
        """Return the state before the first event."""
        shape = (self._config.layers, self._config.units)
        return State(np.zeros(shape, np.float32), np.zeros(shape, np.float32))

    def step(
        self, integers: list[int], harmony: NDArray[np.float32], state: State
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], State]:
        """Take in the features of the next event.

        Returns:
            duration logits (DURATIONS,), a context to hand to `kind_logits`, and the state after.
        """
        rows = [table[index] for table, index in zip(self._tables, integers, strict=True)]
        seen = np.concatenate([*rows, harmony])
        hidden, cell = np.empty_like(state.hidden), np.empty_like(state.cell)
        value = seen
        for layer in range(self._config.layers):
            gates = (
                value @ self._arrays[f"lstm_{layer}_kernel"]
                + state.hidden[layer] @ self._arrays[f"lstm_{layer}_recurrent"]
                + self._arrays[f"lstm_{layer}_bias"]
            )
            let_in, keep, candidate, let_out = np.split(gates, 4)  # Keras' order of gates
            cell[layer] = _sigmoid(keep) * state.cell[layer] + _sigmoid(let_in) * np.tanh(candidate)
            hidden[layer] = _sigmoid(let_out) * np.tanh(cell[layer])
            value = hidden[layer]
        context = np.concatenate([value, seen])
        return self._head("duration", context), context, State(hidden, cell)

    def kind_logits(self, context: NDArray[np.float32], duration: int) -> NDArray[np.float32]:
        """Return the kind logits (KINDS,) once the event's duration is chosen."""
        chosen = self._arrays["embed_chosen_duration"][duration]
        return self._head("kind", np.concatenate([context, chosen]))

    def _head(self, name: str, value: NDArray[np.float32]) -> NDArray[np.float32]:
        arrays = self._arrays
        inner = np.maximum(value @ arrays[f"{name}_inner_kernel"] + arrays[f"{name}_inner_bias"], 0)
        logits: NDArray[np.float32] = inner @ arrays[f"{name}_kernel"] + arrays[f"{name}_bias"]
        return logits


def _sigmoid(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """The logistic function by tanh, which cannot overflow."""
    half: NDArray[np.float32] = 0.5 * (np.tanh(0.5 * x) + 1)
    return half
