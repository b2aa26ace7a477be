"""A wood fire: the low roar of the flames, crackling in flurries, now and then a pop that hisses."""

import numpy as np

from training.studio.ambience.grains import ring, snap
from training.studio.audio import Audio, silence
from training.studio.filters import convolve, low_pass
from training.studio.noise import coloured, impulses, levelled, slope, steady, wandering
from training.studio.room import room
from training.studio.tape import saturate

BARK = ((0.0006, 2200, 9000), (0.0012, 1300, 6000), (0.0025, 700, 4000))  # s, Hz, Hz: what cracks


def render(frames: int, generator: np.random.Generator) -> Audio:
    """Return `frames` of a fireplace, not yet levelled."""
    draught = 0.6 + 0.4 * wandering(frames, generator, hertz=0.15)
    flutter = 0.45 + 0.55 * wandering(frames, generator, hertz=5)
    roar = coloured(frames, generator, colour=slope(-5, low=70, high=420))
    breath = coloured(frames, generator, colour=slope(-3, low=300, high=2600))
    sound = roar * (draught * flutter)[:, np.newaxis]
    sound += 0.25 * breath * (draught * (0.6 + 0.4 * flutter))[:, np.newaxis]
    wood = 0.65 * levelled(_crackle(frames, generator)) + 0.22 * levelled(_pops(frames, generator))
    sound += room(wood, generator, seconds=0.25, wet=-14, damping=5000)
    return low_pass(saturate(sound, drive=-19), 5500)


def _crackle(frames: int, generator: np.random.Generator) -> Audio:
    """Cracks come in flurries: their density follows the fourth power of a wandering curve."""
    flurry = wandering(frames, generator, hertz=1.1) ** 4
    crackle = silence(frames)
    for seconds, low, high in BARK:
        cracks = impulses(generator, density=9 + 50 * flurry, spread=0.8, heaviness=1.0)
        crackle += convolve(cracks, snap(generator, seconds=seconds, low=low, high=high))
    return crackle


def _pops(frames: int, generator: np.random.Generator) -> Audio:
    """A pop is a knock in the log, the crack of its bark and the hiss of the steam it lets out."""
    bursts = impulses(generator, density=steady(frames, 0.45), spread=0.6, heaviness=0.35)
    pop = 0.16 * snap(generator, seconds=0.09, low=1800, high=7000)
    for part in (
        ring(240, seconds=0.009),
        snap(generator, seconds=0.003, low=500, high=5000),
    ):
        pop[: len(part)] += part
    return convolve(bursts, pop)
