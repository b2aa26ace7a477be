"""Training the melody model: prepare, fit, keep the best by held-out bits a bar."""

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from tqdm import tqdm

from training.composer.bits import BitsPerBar, bits_per_bar
from training.composer.corpus import Corpus
from training.composer.dataset import Encoded, batches, encode
from training.composer.model import build_model, export_arrays
from training.composer.network import MelodyNetwork
from training.composer.weights import MelodyConfig, Weights, save_weights


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """How long and how fast to learn."""

    epochs: int = 14
    window: int = 128  # events
    batch: int = 32  # windows
    learning_rate: float = 3e-3  # at the start; falls to 0 as a half cosine
    patience: int = 4  # epochs without a better validation figure before stopping
    seed: int = 1


TOY = (MelodyConfig(units=24, kind_width=8, head_width=24), TrainingConfig(epochs=2, window=64))


def train(
    corpus: Corpus,
    *,
    identity: str,
    model_config: MelodyConfig,
    training_config: TrainingConfig,
    to: Path,
) -> Weights:
    """Learn from the corpus' training pieces; write and return the weights that did best on validation.

    Raises:
        ValueError: when the corpus has no piece to train on or none to validate with.
    """
    parts = {name: corpus.split(name) for name in ("train", "validation", "test")}
    for name in ("train", "validation"):
        if not parts[name]:
            raise ValueError(
                f"the corpus has no {name} piece among {len(corpus.pieces)}: give it more pieces"
            )
    keras.utils.set_random_seed(training_config.seed)
    random = np.random.default_rng(training_config.seed)
    pieces = [encode(piece) for piece in tqdm(parts["train"], "encoding", leave=False)]
    model = _compiled(model_config, training_config, pieces)

    best: Weights | None = None
    least, since = float("inf"), 0
    for epoch in range(1, training_config.epochs + 1):
        loss = _epoch(model, training_config, pieces, random, epoch)
        arrays = export_arrays(model)
        score = bits_per_bar(MelodyNetwork(Weights(model_config, {}, arrays)), parts["validation"])
        _say(f"epoch {epoch}: loss {loss:.3f}, validation {score.total:.2f} bits a bar")
        since += 1
        if score.total < least:
            least, since = score.total, 0
            card = _card(identity, corpus, training_config, epoch, score)
            best = Weights(model_config, card, arrays)
            save_weights(to, best)
        if since >= training_config.patience:
            _say(f"no better for {since} epochs: stopping early")
            break
    assert best is not None  # a finite figure beats infinity, so the first epoch set it
    return best


def _compiled(
    model_config: MelodyConfig, training_config: TrainingConfig, pieces: Sequence[Encoded]
) -> keras.Model:
    events = sum(map(len, pieces))
    windows = events / training_config.window + len(pieces)
    steps = max(1, round(windows / training_config.batch)) * training_config.epochs
    schedule = keras.optimizers.schedules.CosineDecay(training_config.learning_rate, steps)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model = build_model(model_config)
    model.compile(
        optimizer=keras.optimizers.Adam(schedule, clipnorm=1.0),
        loss={"duration": loss, "kind": loss},
    )
    return model


def _epoch(
    model: keras.Model,
    config: TrainingConfig,
    pieces: Sequence[Encoded],
    random: np.random.Generator,
    epoch: int,
) -> float:
    """Show every piece once; return the mean loss in nats an event."""
    work = list(batches(pieces, window=config.window, size=config.batch, random=random))
    losses = []
    for inputs, targets, weights in tqdm(work, f"epoch {epoch}/{config.epochs}", leave=False):
        result: Any = model.train_on_batch(inputs, targets, sample_weight=weights, return_dict=True)
        losses.append(float(result["loss"]))
    return float(np.mean(losses))


def _card(
    identity: str, corpus: Corpus, config: TrainingConfig, epoch: int, score: BitsPerBar
) -> dict[str, Any]:
    """Say what the weights are, what they saw and how well they did."""
    return {
        "id": identity,
        "epoch": epoch,
        "training": asdict(config),
        "data": corpus.credit,
        "pieces": len(corpus.pieces),
        "corpus_sha256": corpus.sha256,
        "validation_bits_per_bar": round(score.total, 3),
    }


def _say(line: str) -> None:
    tqdm.write(line, file=sys.stderr)
