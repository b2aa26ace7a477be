"""Weights on disk: one `.npz` that holds the arrays, the config and the vocabulary they were trained with."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.composer.scheme import Scheme
from training.music.tokens import DURATIONS

HEADER: Final = "header"


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """The shape of a voice's model."""

    units: int = 128  # of each LSTM layer
    layers: int = 2
    kind_width: int = 32  # of the embedding that all `*_kind` columns share
    rhythm_width: int = 8  # of the embedding that all `*_rhythm` columns share
    other_width: int = 8  # of each other column's own embedding
    head_width: int = 128
    dropout: float = 0.3


@dataclass(frozen=True)
class Weights:
    """Everything needed to run the model: no second copy of the config exists."""

    scheme: Scheme
    config: ModelConfig
    card: Mapping[str, Any]  # id, data with its SHA-256, licences, held-out figures
    arrays: Mapping[str, NDArray[np.float32]]


def table_of(column: str) -> str:
    """Return the name of the embedding table that a column of the features is read through."""
    for shared in ("kind", "rhythm"):
        if column.endswith(f"_{shared}"):
            return shared
    return column


def vocabulary(scheme: Scheme) -> dict[str, Any]:
    """Return what the numbers in the arrays mean; weights with another vocabulary cannot be used."""
    return {
        "voice": scheme.name,
        "durations": DURATIONS,
        "symbols": scheme.alphabet.symbols,
        "columns": [list(column) for column in scheme.columns],
        "dense": scheme.dense,
    }


def save_weights(path: Path, weights: Weights) -> None:
    """Write the weights aside, then into place, so that no half file is ever read."""
    header = {
        "config": asdict(weights.config),
        "vocabulary": vocabulary(weights.scheme),
        "card": dict(weights.card),
    }
    aside = path.with_suffix(".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        np.savez(
            file,
            allow_pickle=False,
            **{HEADER: np.array(json.dumps(header, sort_keys=True))},
            **{name: array.astype(np.float32) for name, array in weights.arrays.items()},
        )
    aside.replace(path)


def load_weights(path: Path, scheme: Scheme) -> Weights:
    """Read the weights of a voice, written by `save_weights`.

    Raises:
        ValueError: when the file is missing, damaged, or has another vocabulary than this code.
    """
    remedy = "restore it from the repository or run `python -m training train`"
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files if name != HEADER}
            header = json.loads(str(file[HEADER]))
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"cannot read the model {path} ({error}); {remedy}") from error
    expected = vocabulary(scheme)
    differing = [name for name, value in expected.items() if header["vocabulary"].get(name) != value]
    if differing:
        raise ValueError(
            f"the model {path} was trained with other {', '.join(differing)} than this code has; {remedy}"
        )
    return Weights(scheme, ModelConfig(**header["config"]), header["card"], arrays)
