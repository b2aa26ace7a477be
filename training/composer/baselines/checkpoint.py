"""A baseline on disk: one `.npz` with its settings, its stream, its weights and its optimiser's."""

import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from training.composer.baselines.baseline import Baseline, Stream

HEADER: Final = "header"
PACE: Final = ("stride", "batch", "epochs", "patience")  # settings that may change between two runs


@dataclass(frozen=True)
class Trained:
    """A baseline that has learnt something: all that is needed to write with it or to train on."""

    baseline: Baseline
    stream: Stream  # what it learnt from, and is prompted with
    model: Any  # Keras, compiled
    epoch: int  # epochs learnt
    loss: float  # of that epoch, in training


def save_checkpoint(path: Path, trained: Trained) -> None:
    """Write aside, then into place, so that a kill leaves the checkpoint before."""
    header = {
        "settings": _settings(trained.baseline),
        "vocabularies": trained.stream.vocabularies,
        "epoch": trained.epoch,
        "loss": trained.loss,
    }
    variables = [*trained.model.variables, *trained.model.optimizer.variables]
    arrays: dict[str, Any] = {f"variable_{at}": variable.numpy() for at, variable in enumerate(variables)}
    aside = path.with_suffix(".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        np.savez(
            file,
            allow_pickle=False,
            stream=trained.stream.rows,
            **{HEADER: np.array(json.dumps(header))},
            **arrays,
        )
    aside.replace(path)


def load_checkpoint(path: Path, baseline: Baseline) -> Trained:
    """Read what `save_checkpoint` wrote.

    Raises:
        ValueError: when the file is missing, damaged, or was trained with other settings.
    """
    remedy = "remove it and train the baseline again"
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            arrays = dict(file)
            header = json.loads(str(arrays.pop(HEADER)))
            stream = Stream(arrays.pop("stream"), tuple(map(tuple, header["vocabularies"])))
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"cannot read the baseline {path} ({error}); {remedy}") from error
    if header["settings"] != _settings(baseline):
        raise ValueError(
            f"{path} was trained with {header['settings']}, not with {_settings(baseline)}; {remedy}"
        )
    model = build_model(baseline, stream)
    for at, variable in enumerate([*model.variables, *model.optimizer.variables]):
        variable.assign(arrays[f"variable_{at}"])
    return Trained(baseline, stream, model, header["epoch"], header["loss"])


def build_model(baseline: Baseline, stream: Stream) -> Any:
    """Return the baseline's network, untrained, its optimiser's variables in place."""
    model = baseline.build(stream.vocabularies)
    model.optimizer.build(model.trainable_variables)
    return model


def _settings(baseline: Baseline) -> dict[str, Any]:
    """Return what the weights mean nothing without, as JSON gives it back."""
    settings: dict[str, Any] = json.loads(json.dumps(asdict(baseline)))  # type: ignore[call-overload]  # each is a dataclass
    return {name: value for name, value in settings.items() if name not in PACE}
