"""`classic`: notes, chords and rests as one vocabulary, an integer in, the likeliest next one out.

After S. Skúli's Classical-Piano-Composer (2017) and A. Ma's lofi-station (2022), which took it over with
three LSTM layers, rests, and lengths by lot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.composer.baselines.baseline import Played, Rows, Stream, Vocabularies
from training.composer.baselines.lines import single_line
from training.composer.baselines.reading import REST, name_to_pitch, piano_tokens
from training.composer.house import LeadSheet
from training.music.solo import Note

LENGTHS: Final = ((2, 0.65), (1, 0.25), (4, 0.05), (8, 0.05))  # steps and their chance: 8th, 16th, 4th, half
REST_STEPS: Final = 1
CHORD_OCTAVE: Final = 60  # MIDI; music21 puts a pitch class without an octave there
VELOCITY: Final = 64


@dataclass(frozen=True, slots=True)
class Classic:
    """The settings of lofi-station, but for the stride and batch.

    It shows each window once an epoch in batches of 128; that takes over a minute on two cores. With every
    fourth window in batches of 32 an epoch has as many steps of the optimiser, and each window its turn.
    """

    name: str = "classic"
    window: int = 100
    stride: int = 4
    batch: int = 32
    epochs: int = 200
    patience: int = 50  # the loss stands still for long before it falls
    units: tuple[int, ...] = (256, 512, 256)  # of the LSTM layers
    dense: int = 256
    dropout: float = 0.3

    def read(self, sheets: Sequence[LeadSheet]) -> Stream:
        """Read melody and comping as one token a sound; a row is the token's place in the vocabulary."""
        tokens = [token for sheet in sheets for token in piano_tokens(sheet)]
        vocabulary = tuple(sorted(set(tokens)))
        places = {token: place for place, token in enumerate(vocabulary)}
        return Stream(np.array([[places[token]] for token in tokens], np.float32), (vocabulary,))

    def build(self, vocabularies: Vocabularies) -> Any:
        """Return the network: (B, window, 1) -> `token` (B, vocabulary), probabilities."""
        import keras
        from keras import layers

        value = seen = keras.Input((self.window, 1))
        for number, units in enumerate(self.units, start=1):
            is_last = number == len(self.units)
            value = layers.LSTM(units, return_sequences=not is_last)(value)
            value = value if is_last else layers.Dropout(self.dropout)(value)
        value = layers.Dropout(self.dropout)(layers.Dense(self.dense)(value))
        token = layers.Dense(len(vocabularies[0]), activation="softmax", name="token")(value)
        model = keras.Model(seen, {"token": token})
        model.compile(loss={"token": "categorical_crossentropy"}, optimizer="rmsprop")
        return model

    def inputs(self, windows: Rows, vocabularies: Vocabularies) -> Any:
        """Return each token's place divided by the size of the vocabulary, 0 to 1."""
        return windows / np.float32(len(vocabularies[0]))

    def targets(self, following: Rows, vocabularies: Vocabularies) -> dict[str, NDArray[Any]]:
        """Return the next token, one-hot."""
        return {"token": np.eye(len(vocabularies[0]), dtype=np.float32)[following[:, 0].astype(int)]}

    def choose(self, predicted: Mapping[str, NDArray[np.float32]], random: Random) -> list[float]:  # noqa: ARG002 - argmax needs no chance
        """Return the likeliest token."""
        return [float(np.argmax(predicted["token"][0]))]

    def play(self, rows: Sequence[Sequence[float]], vocabularies: Vocabularies, random: Random) -> Played:
        """Give each sound a length by lot, one after the other; a chord's tones lie in one octave."""
        notes: list[Note] = []
        now = 0
        for (place,) in rows:
            token = vocabularies[0][int(place)]
            if token == REST:
                now += REST_STEPS
                continue
            length = _draw_length(random)
            if "." in token or token.isdigit():
                pitches = sorted(CHORD_OCTAVE + int(tone) for tone in token.split("."))
            else:
                pitches = [name_to_pitch(token)]
            notes += [Note(now, pitch, length, VELOCITY) for pitch in pitches]
            now += length
        return Played(notes, now)

    def melody(self, notes: Sequence[Note]) -> list[Note]:
        """Return the single notes, as the chords between them stand in a line of their own in the sheets."""
        return single_line(notes)


def _draw_length(random: Random) -> int:
    point = random.random()
    for steps, chance in LENGTHS:
        point -= chance
        if point < 0:
            return steps
    return LENGTHS[-1][0]  # the chances add up to 1 but for rounding
