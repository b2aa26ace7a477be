"""`timed`: pitch, step and duration as three quantities, three heads on one LSTM.

After TensorFlow's tutorial "Generate music with an RNN", of which several lofi projects are copies.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.composer.baselines.baseline import Played, Rows, Stream, Vocabularies
from training.composer.baselines.lines import top_line
from training.composer.decoding import choose
from training.composer.house import LeadSheet
from training.music.grid import steps_to_seconds
from training.music.solo import Note

PITCHES: Final = 128  # MIDI
PRESSURE: Final = 10.0  # on predictions below zero
LOSS_WEIGHTS: Final = {"pitch": 0.05, "step": 1.0, "duration": 1.0}
VELOCITY: Final = 64


@dataclass(frozen=True, slots=True)
class Timed:
    """The settings of the tutorial."""

    name: str = "timed"
    window: int = 25
    stride: int = 1
    batch: int = 64
    epochs: int = 50
    patience: int = 5
    units: int = 128
    learning_rate: float = 0.005
    temperature: float = 2.0  # of the pitch; the tutorial's

    def read(self, sheets: Sequence[LeadSheet]) -> Stream:
        """Read the melody; a row is MIDI pitch, seconds since the onset before, and seconds it lasts."""
        rows = []
        for sheet in sheets:
            before = sheet.piece.melody[0].start
            for note in sheet.piece.melody:
                rows.append(
                    (note.pitch, steps_to_seconds(note.start - before), steps_to_seconds(note.length))
                )
                before = note.start
        return Stream(np.array(rows, np.float32), ())

    def build(self, vocabularies: Vocabularies) -> Any:  # noqa: ARG002 - its columns are quantities
        """Return the network: (B, window, 3) -> `pitch` logits (B, 128), `step` and `duration` (B, 1)."""
        import keras
        from keras import layers

        seen = keras.Input((self.window, 3))
        value = layers.LSTM(self.units)(seen)
        heads = {name: layers.Dense(size, name=name)(value) for name, size in HEADS.items()}
        model = keras.Model(seen, heads)
        model.compile(
            loss={
                "pitch": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                "step": squared_error_with_pressure,
                "duration": squared_error_with_pressure,
            },
            loss_weights=LOSS_WEIGHTS,
            optimizer=keras.optimizers.Adam(self.learning_rate),
        )
        return model

    def inputs(self, windows: Rows, vocabularies: Vocabularies) -> Any:  # noqa: ARG002
        """Return the rows, the pitch divided by 128."""
        return windows / np.array([PITCHES, 1, 1], np.float32)

    def targets(self, following: Rows, vocabularies: Vocabularies) -> dict[str, NDArray[Any]]:  # noqa: ARG002
        """Return the next note's three columns, each (B, 1)."""
        return {name: following[:, [column]] for column, name in enumerate(HEADS)}

    def choose(self, predicted: Mapping[str, NDArray[np.float32]], random: Random) -> list[float]:
        """Draw the pitch; take step and duration as predicted, none below zero."""
        logits = predicted["pitch"][0].astype(np.float64)
        pitch = choose(
            logits, np.ones(PITCHES, np.bool_), temperature=self.temperature, top_p=1.0, random=random
        )
        return [pitch, *(max(0.0, float(predicted[name][0, 0])) for name in ("step", "duration"))]

    def play(
        self,
        rows: Sequence[Sequence[float]],
        vocabularies: Vocabularies,  # noqa: ARG002
        random: Random,  # noqa: ARG002
    ) -> Played:
        """Round onsets and lengths to the grid; a length is one step at least."""
        notes, now = [], 0.0
        for pitch, step, duration in rows:
            now += step
            length = max(1, round(duration / steps_to_seconds(1)))
            notes.append(Note(round(now / steps_to_seconds(1)), int(pitch), length, VELOCITY))
        return Played(notes, round(now / steps_to_seconds(1)))

    def melody(self, notes: Sequence[Note]) -> list[Note]:
        """Return the highest note of each onset, as several may be rounded to one."""
        return top_line(notes)


HEADS: Final = {"pitch": PITCHES, "step": 1, "duration": 1}  # output sizes


def squared_error_with_pressure(expected: Any, predicted: Any) -> Any:
    """Return the mean squared error plus a pressure against times below zero, both (B, 1)."""
    from keras import ops

    return ops.mean(ops.square(expected - predicted) + PRESSURE * ops.maximum(-predicted, 0.0))
