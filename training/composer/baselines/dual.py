"""`dual`: pitches and durations as two one-hot inputs, each through its own LSTMs, joined for two heads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.composer.baselines.baseline import Played, Rows, Stream, Vocabularies
from training.composer.baselines.lines import top_line
from training.composer.baselines.reading import REST, melody_with_rests, name_to_pitch
from training.composer.house import LeadSheet
from training.music.solo import Note

HEADS: Final = ("pitch", "duration")
VELOCITY: Final = 64


@dataclass(frozen=True, slots=True)
class Dual:
    """A prompt of 50 notes and, as those projects did, the likeliest of each head."""

    name: str = "dual"
    window: int = 50
    stride: int = 1
    batch: int = 64
    epochs: int = 100
    patience: int = 10
    units: tuple[int, ...] = (192, 192)  # of the LSTM layers of each input; about a million weights in all
    dropout: float = 0.3

    def read(self, sheets: Sequence[LeadSheet]) -> Stream:
        """Read the melody with its rests; a row is the name's and the length's place in the vocabularies."""
        sung = [event for sheet in sheets for event in melody_with_rests(sheet)]
        names = tuple(sorted({event.name for event in sung}))
        lengths = tuple(str(length) for length in sorted({event.length for event in sung}))
        rows = [(names.index(name), lengths.index(str(length))) for name, length in sung]
        return Stream(np.array(rows, np.float32), (names, lengths))

    def build(self, vocabularies: Vocabularies) -> Any:
        """Return the network: two (B, window, vocabulary) -> `pitch`, `duration` (B, vocabulary)."""
        import keras
        from keras import layers

        seen, read = [], []
        for vocabulary in vocabularies:
            value = keras.Input((self.window, len(vocabulary)))
            seen.append(value)
            for number, units in enumerate(self.units, start=1):
                value = layers.LSTM(units, return_sequences=number < len(self.units))(value)
                value = layers.Dropout(self.dropout)(value)
            read.append(value)
        joined = layers.Concatenate()(read)
        heads = {
            name: layers.Dense(len(vocabulary), activation="softmax", name=name)(joined)
            for name, vocabulary in zip(HEADS, vocabularies, strict=True)
        }
        model = keras.Model(seen, heads)
        model.compile(loss=dict.fromkeys(HEADS, "categorical_crossentropy"), optimizer="adam")
        return model

    def inputs(self, windows: Rows, vocabularies: Vocabularies) -> Any:
        """Return the two columns, one-hot."""
        return [_one_hot(windows[..., at], size) for at, size in enumerate(map(len, vocabularies))]

    def targets(self, following: Rows, vocabularies: Vocabularies) -> dict[str, NDArray[Any]]:
        """Return the next event's two columns, one-hot."""
        return dict(zip(HEADS, self.inputs(following, vocabularies), strict=True))

    def choose(self, predicted: Mapping[str, NDArray[np.float32]], random: Random) -> list[float]:  # noqa: ARG002 - argmax needs no chance
        """Return the likeliest pitch and the likeliest duration."""
        return [float(np.argmax(predicted[name][0])) for name in HEADS]

    def play(
        self,
        rows: Sequence[Sequence[float]],
        vocabularies: Vocabularies,
        random: Random,  # noqa: ARG002 - nothing is left to chance
    ) -> Played:
        """Lay the events end to end."""
        notes, now = [], 0
        names, lengths = vocabularies
        for name_place, length_place in rows:
            name, length = names[int(name_place)], int(lengths[int(length_place)])
            if name != REST:
                notes.append(Note(now, name_to_pitch(name), length, VELOCITY))
            now += length
        return Played(notes, now)

    def melody(self, notes: Sequence[Note]) -> list[Note]:
        """Return the notes, which are one line."""
        return top_line(notes)


def _one_hot(places: Rows, size: int) -> Rows:
    hot: Rows = np.eye(size, dtype=np.float32)[places.astype(int)]
    return hot
