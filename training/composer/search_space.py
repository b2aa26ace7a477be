"""What the search may vary: the shape of the melody's model and the pace of its learning."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import optuna

from training.composer.courses import COURSES, Course, toy
from training.composer.weights import ModelConfig


@dataclass(frozen=True, slots=True)
class Space:
    """The choices, each by the name it has in the study."""

    units: Sequence[int] = (64, 96, 128, 160, 192)
    layers: Sequence[int] = (1, 2, 3)
    kind_width: Sequence[int] = (16, 24, 32, 48)
    rhythm_width: Sequence[int] = (4, 8, 16)
    head_width: Sequence[int] = (64, 96, 128, 192)
    window: Sequence[int] = (64, 128, 256)  # events
    dropout: tuple[float, float] = (0.1, 0.5)
    learning_rate: tuple[float, float] = (5e-4, 8e-3)


SPACE: Final = Space()
TOY_SPACE: Final = Space((8, 12), (1, 2), (4, 6), (4,), (8,), (32, 64))


def suggest(trial: optuna.Trial, *, is_toy: bool) -> Course:
    """Return the melody's course with what the trial suggests; a batch has as many events in every one."""
    space = TOY_SPACE if is_toy else SPACE
    model = ModelConfig(
        units=trial.suggest_categorical("units", space.units),
        layers=trial.suggest_categorical("layers", space.layers),
        kind_width=trial.suggest_categorical("kind_width", space.kind_width),
        rhythm_width=trial.suggest_categorical("rhythm_width", space.rhythm_width),
        head_width=trial.suggest_categorical("head_width", space.head_width),
        dropout=trial.suggest_float("dropout", *space.dropout),
    )
    window = trial.suggest_categorical("window", space.window)
    rate = trial.suggest_float("learning_rate", *space.learning_rate, log=True)
    course = COURSES["melody"]
    first = course.pre_training
    size = max(1, first.window * first.batch // window)
    varied = replace(
        course,
        model=model,
        pre_training=replace(first, window=window, batch=size, learning_rate=rate),
        from_scratch=replace(course.from_scratch, learning_rate=rate),
    )
    return replace(toy(varied), model=model) if is_toy else varied
