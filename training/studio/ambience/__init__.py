"""Ambience: weather and fire, made of noise that loops by construction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from training.studio.ambience import fire, rain, wind
from training.studio.audio import Audio


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambience:
    """An ambience: its name for people, and what makes so many frames of it without a seam."""

    label: str
    render: Callable[[int, np.random.Generator], Audio]


AMBIENCES: Final[Mapping[str, Ambience]] = {
    "rain": Ambience(label="Rain on the window", render=rain.render),
    "fire": Ambience(label="Fireplace", render=fire.render),
    "wind": Ambience(label="Wind in the trees", render=wind.render),
}
