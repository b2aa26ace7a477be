"""Training a baseline: no piece held out, the lowest training loss kept, a killed run taken up again."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

from training.composer.baselines.baseline import Baseline
from training.composer.baselines.checkpoint import Trained, build_model, load_checkpoint, save_checkpoint
from training.composer.house import LeadSheet


def fit(
    baseline: Baseline, sheets: Sequence[LeadSheet], *, to: Path, epochs: int | None = None, seed: int
) -> Trained:
    """Train on the training split of the sheets; return the epoch with the lowest training loss.

    Each epoch that is the best so far is written to `to`. If `to` exists, training goes on from there.

    Args:
        baseline: what to train.
        sheets: the house corpus.
        to: the checkpoint, an `.npz`.
        epochs: how many in all; the baseline's own number if none.
        seed: of the first weights, the dropout and the order of the windows.

    Raises:
        ValueError: when there is too little to learn from, or `to` was trained on or with something else.
    """
    import keras

    keras.utils.set_random_seed(seed)
    stream = baseline.read([sheet for sheet in sheets if sheet.piece.split == "train"])
    windows = len(stream.rows) - baseline.window
    if windows < baseline.stride:
        raise ValueError(
            f"{baseline.name} needs more than {baseline.window} events and has {len(stream.rows)}: "
            "give the corpus more pieces"
        )
    best = Trained(baseline, stream, build_model(baseline, stream), 0, float("inf"))
    if to.exists():
        best = load_checkpoint(to, baseline)
        if best.stream.vocabularies != stream.vocabularies or not np.array_equal(
            best.stream.rows, stream.rows
        ):
            raise ValueError(f"{to} was trained on another corpus; remove it and train the baseline again")
    total = baseline.epochs if epochs is None else epochs
    for epoch in range(best.epoch + 1, total + 1):
        loss = _epoch(best, np.random.default_rng([seed, epoch]), epoch)
        tqdm.write(f"{baseline.name} epoch {epoch}/{total}: loss {loss:.4f}", file=sys.stderr)
        if loss < best.loss:
            best = replace(best, epoch=epoch, loss=loss)
            save_checkpoint(to, best)
        elif epoch - best.epoch >= baseline.patience:
            tqdm.write(f"no better for {baseline.patience} epochs: stopping early", file=sys.stderr)
            break
    return load_checkpoint(to, baseline)


def _epoch(trained: Trained, random: np.random.Generator, epoch: int) -> float:
    """Show every `stride`-th window once, starting one later each epoch; return the mean loss."""
    baseline, stream, model = trained.baseline, trained.stream, trained.model
    first = (epoch - 1) % baseline.stride
    starts = random.permutation(np.arange(first, len(stream.rows) - baseline.window, baseline.stride))
    total = 0.0
    for at in tqdm(range(0, len(starts), baseline.batch), f"{baseline.name} {epoch}", leave=False):
        chosen = starts[at : at + baseline.batch]
        windows = stream.rows[chosen[:, None] + np.arange(baseline.window)]
        inputs = baseline.inputs(windows, stream.vocabularies)
        targets = baseline.targets(stream.rows[chosen + baseline.window], stream.vocabularies)
        loss = model.train_on_batch(inputs, targets, return_dict=True)["loss"]
        total += float(loss) * len(chosen)
    return total / len(starts)
