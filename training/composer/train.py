"""Training a voice: fit, keep the best by held-out bits a bar, and go on after a kill as if none was."""

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from tqdm import tqdm

from training.composer.bits import bits_per_bar
from training.composer.checkpoint import Progress, load_checkpoint, save_checkpoint
from training.composer.fitting import enrol, fit_epoch
from training.composer.history import Epoch, board, write_history
from training.composer.lesson import Lesson
from training.composer.model import export_arrays
from training.composer.network import Network
from training.composer.weights import Weights, save_weights

BEST: Final = "best.npz"
BAR: Final = "{desc} {percentage:3.0f}% |{bar:24}| {elapsed} gone, {remaining} left"


def train(
    lesson: Lesson,
    *,
    card: Mapping[str, Any],
    folder: Path,
    watch: Callable[[Epoch], object] = lambda _: None,
) -> Weights:
    """Learn a voice; return the weights that did best on the pieces to validate.

    A checkpoint in the folder is gone on from, with the result that it would have had uninterrupted.

    Args:
        lesson: what to learn, and how.
        card: what to say of the weights beside the figures.
        folder: for the checkpoint, the best weights and the history.
        watch: is told of each epoch once it is on disk.

    Raises:
        ValueError: when there is nothing to learn from, or the folder holds another lesson's checkpoint.
    """
    lesson.check()
    pupil = enrol(lesson)
    random = np.random.default_rng(lesson.training.seed)
    begun = Progress(lesson.fingerprint(), dict(random.bit_generator.state))
    progress = load_checkpoint(folder, pupil, begun.fingerprint) or begun
    random.bit_generator.state = progress.random
    name, epochs = lesson.scheme.name, progress.epochs
    if epochs:
        _say(f"{name}: {len(epochs)} epochs were done already in {folder}")
    with _bar(name, lesson, done=len(epochs)) as bar, board(folder) as log:
        while not progress.finished:
            began = time.perf_counter()
            learnt = fit_epoch(pupil, lesson, random, done=partial(_advance, bar, len(epochs)))
            arrays = export_arrays(pupil.model)
            network = Network(Weights(lesson.scheme, lesson.model, card, arrays))
            score = bits_per_bar(network, lesson.material.validate)
            rate, seconds = float(pupil.optimizer.learning_rate), round(time.perf_counter() - began, 1)
            epoch = Epoch(len(epochs) + 1, learnt, score.duration, score.kind, rate, seconds)
            progress.take(epoch, arrays, lesson.training)
            progress.random = dict(random.bit_generator.state)
            if progress.best_epoch == epoch.number:
                save_weights(folder / BEST, _best(lesson, progress, card))
            write_history(folder, epochs, title=f"{card['id']}: {name}, {folder.name}")
            log(epoch)
            save_checkpoint(folder, pupil, progress)
            _say(f"{name} epoch {epoch.number}: learnt {learnt:.2f}, validation {score.total:.2f} bits a bar")
            watch(epoch)
    if progress.since >= lesson.training.patience:
        _say(f"{name}: no better for {progress.since} epochs, stopped early")
    return _best(lesson, progress, card)


def _best(lesson: Lesson, progress: Progress, card: Mapping[str, Any]) -> Weights:
    figures = {"epoch": progress.best_epoch, "validation_bits_per_bar": round(progress.least, 3)}
    return Weights(lesson.scheme, lesson.model, {**card, **figures}, progress.best)


def _bar(name: str, lesson: Lesson, *, done: int) -> Any:
    return tqdm(
        desc=name,
        total=lesson.training.epochs,
        initial=done,
        bar_format=BAR,
        mininterval=0.5,
        smoothing=0.02,
    )


def _advance(bar: Any, epochs: int, share: float) -> None:
    bar.update(epochs + share - bar.n)


def _say(line: str) -> None:
    tqdm.write(line, file=sys.stderr)
