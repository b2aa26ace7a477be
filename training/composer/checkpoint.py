"""A training put aside: everything needed to go on exactly where it was, in one file."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.composer.fitting import Pupil
from training.composer.history import Epoch
from training.composer.lesson import TrainingConfig

NAME: Final = "checkpoint.npz"
HEADER: Final = "header"
BEST: Final = "best/"


@dataclass
class Progress:
    """How far a training has come, beside the values of the model's and the optimizer's variables."""

    fingerprint: str  # of all that decides the result: configs, data, seed and where it began
    random: dict[str, Any]  # state of the generator that cuts and shuffles
    epochs: list[Epoch] = field(default_factory=list)
    best_epoch: int = 0  # 0: none yet
    best: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    finished: bool = False

    @property
    def least(self) -> float:
        """The best held-out figure so far, in bits a bar; infinite before the first epoch."""
        return self.epochs[self.best_epoch - 1].held_out.total if self.best_epoch else float("inf")

    def take(self, epoch: Epoch, arrays: Mapping[str, NDArray[np.float32]], config: TrainingConfig) -> None:
        """Take in an epoch and the weights it ended with; keep them if they are the best so far."""
        if epoch.held_out.total < self.least:
            self.best_epoch, self.best = epoch.number, arrays
        self.epochs.append(epoch)
        self.finished = self.since >= config.patience or len(self.epochs) >= config.epochs

    @property
    def since(self) -> int:
        """Epochs since the best one."""
        return len(self.epochs) - self.best_epoch


def save_checkpoint(folder: Path, pupil: Pupil, progress: Progress) -> None:
    """Write the checkpoint aside, then into place, so that a kill leaves the last whole one."""
    header = asdict(progress)
    del header["best"]
    folder.mkdir(parents=True, exist_ok=True)
    aside = (folder / NAME).with_suffix(".part")
    with aside.open("wb") as file:
        np.savez(
            file,
            allow_pickle=False,
            **{HEADER: np.array(json.dumps(header))},
            **{name: np.asarray(variable) for name, variable in _variables(pupil).items()},
            **{BEST + name: array for name, array in progress.best.items()},
        )
    aside.replace(folder / NAME)


def load_checkpoint(folder: Path, pupil: Pupil, fingerprint: str) -> Progress | None:
    """Set the model's and its optimizer's variables as they were saved; return the rest, or none if new.

    Raises:
        ValueError: when the checkpoint is damaged, or belongs to a training with another fingerprint.
    """
    path = folder / NAME
    if not path.exists():
        return None
    remedy = f"remove {folder}, or train with --fresh, to begin again"
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files if name != HEADER}
            header = json.loads(str(file[HEADER]))
        epochs = [Epoch(**row) for row in header.pop("epochs")]
        progress = Progress(**header, epochs=epochs, best=_best(arrays))
    except (OSError, EOFError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"cannot read the checkpoint {path} ({error}); {remedy}") from error
    if progress.fingerprint != fingerprint:
        raise ValueError(
            f"the training in {folder} was begun with another seed, data or configuration; {remedy}, "
            "or give this one another --id"
        )
    for name, variable in _variables(pupil).items():
        variable.assign(arrays[name])
    return progress


def _best(arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[np.float32]]:
    return {name.removeprefix(BEST): array for name, array in arrays.items() if name.startswith(BEST)}


def _variables(pupil: Pupil) -> dict[str, Any]:
    """Return every variable that training changes, dropout's random state among them.

    They are numbered, as Keras gives layers and optimizers other names in every process.
    """
    parts = {"model": pupil.model.variables, "optimizer": pupil.optimizer.variables}
    return {
        f"{part}/{number:03}": variable
        for part, variables in parts.items()
        for number, variable in enumerate(variables)
    }
