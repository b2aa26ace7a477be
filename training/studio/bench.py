"""What every maker is handed and what it hands back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.music.solo import Solo
from training.studio.audio import generator_for
from training.studio.catalog import Row


@dataclass(frozen=True, slots=True)
class Bench:
    """What every maker works with: the folder it fills, the seed, and the composer."""

    static: Path
    seed: int
    compose: Callable[..., Solo]  # (seed=, bars=, mood=) -> Solo

    def generator(self, part: str) -> np.random.Generator:
        """Return the random source of one part."""
        return generator_for(part, seed=self.seed)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished part: its catalog row, its files, and what its sound measured."""

    row: Row
    files: tuple[Path, ...]
    loudness: float | None = None  # LUFS
    true_peak: float | None = None  # dBTP
