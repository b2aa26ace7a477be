"""What audio is between the makers: float32 arrays (frames, 2) at 44.1 kHz, full scale 1."""

import zlib
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Audio: TypeAlias = npt.NDArray[np.float32]


def silence(frames: int) -> Audio:
    """Return `frames` frames of stereo silence."""
    return np.zeros((frames, 2), np.float32)


def decibels_to_gain(decibels: float) -> float:
    """Return the amplitude factor of a level in decibels (0 dB is 1)."""
    return float(10 ** (decibels / 20))


def panned(sound: Audio, *, pan: float) -> Audio:
    """Return `sound` turned to one side at constant power: -1 is left, 0 unchanged, 1 right."""
    angle = (pan + 1) * np.pi / 4
    sides = np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2)
    return np.asarray(sound * sides, np.float32)


def add_wrapped(loop: Audio, sound: Audio, *, frame: int) -> None:
    """Add `sound` to `loop` in place from `frame` on; what passes the end sounds at the start.

    So a note that rings over the seam is heard there, as it is when the loop comes round again.

    Raises:
        ValueError: when the sound is longer than the loop, as it would overlap itself.
    """
    if len(sound) > len(loop):
        raise ValueError(
            f"a sound of {len(sound)} frames does not fit a loop of {len(loop)}; "
            "shorten its tail or lengthen the loop"
        )
    start = frame % len(loop)
    before_seam = sound[: len(loop) - start]
    after_seam = sound[len(before_seam) :]
    loop[start : start + len(before_seam)] += before_seam
    loop[: len(after_seam)] += after_seam


def generator_for(name: str, *, seed: int) -> np.random.Generator:
    """Return the random source of the part called `name`.

    Each part has its own, so that rebuilding or adding one leaves the others' bytes alone.
    """
    return np.random.default_rng([seed, zlib.crc32(name.encode())])
