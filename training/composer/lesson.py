"""What a training is given: how to learn, and what from."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from training.composer.dataset import Encoded
from training.composer.scheme import Scheme
from training.composer.weights import ModelConfig, Weights, vocabulary


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """How long and how fast to learn."""

    epochs: int = 14
    window: int = 128  # events
    batch: int = 32  # windows; more where they are short, see batching
    learning_rate: float = 3e-3  # at the start; falls to 0 as a half cosine
    patience: int = 4  # epochs without a better validation figure before stopping
    seed: int = 1


@dataclass(frozen=True)
class Material:
    """What a voice learns from, and the pieces that say when to stop."""

    learn: Sequence[Encoded]
    validate: Sequence[Encoded]


@dataclass(frozen=True)
class Lesson:
    """Everything that decides what a training comes to."""

    scheme: Scheme
    material: Material
    model: ModelConfig
    training: TrainingConfig
    begin_with: Weights | None = None  # weights to go on from; random ones if none

    def check(self) -> None:
        """Raise ValueError when there is nothing to learn from, or to validate with."""
        for name, voices in (("train", self.material.learn), ("validation", self.material.validate)):
            if not voices:
                raise ValueError(
                    f"there is no {name} piece for the {self.scheme.name}: give the corpus more pieces"
                )

    def fingerprint(self) -> str:
        """Return a SHA-256 over all of it: the same lesson has the same, another one another."""
        configs = [vocabulary(self.scheme), asdict(self.model), asdict(self.training)]
        digest = hashlib.sha256(json.dumps(configs, sort_keys=True).encode())
        for voices in (self.material.learn, self.material.validate):
            digest.update(f"{len(voices)} pieces".encode())
            for voice in voices:
                for array in voice[:-1]:
                    digest.update(array.tobytes())
        if self.begin_with is not None:
            for name, array in sorted(self.begin_with.arrays.items()):
                digest.update(name.encode() + array.tobytes())
        return digest.hexdigest()
