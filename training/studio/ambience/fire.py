"""A wood fire: the low roar of the flames, crackling in bursts, now and then a pop that hisses."""

import numpy as np

from training.studio.ambience.grains import ring, snap
from training.studio.audio import Audio
from training.studio.filters import convolve
from training.studio.noise import coloured, impulses, slope, steady, wandering
from training.studio.room import room
from training.studio.tape import saturate


def fire(frames: int, generator: np.random.Generator) -> Audio:
    """Return `frames` of a fireplace, not yet levelled."""
    draught = 0.6 + 0.4 * wandering(frames, generator, hertz=0.15)
    flutter = 0.45 + 0.55 * wandering(frames, generator, hertz=5)
    roar = coloured(frames, generator, colour=slope(-5, low=70, high=420))
    breath = coloured(frames, generator, colour=slope(-3, low=300, high=2400))
    sound = roar * (draught * flutter)[:, np.newaxis]
    sound += 0.22 * breath * (draught * (0.6 + 0.4 * flutter))[:, np.newaxis]
    sound += room(
        _crackle(frames, generator) + _pops(frames, generator),
        generator,
        seconds=0.25,
        wet=-12,
        damping=5000,
    )
    return saturate(sound, drive=-20)


def _crackle(frames: int, generator: np.random.Generator) -> Audio:
    """Clicks come in flurries: their density is the fourth power of a curve that wanders."""
    flurry = wandering(frames, generator, hertz=1.1) ** 4
    crackle = np.zeros((frames, 2), np.float32)
    for seconds, low, high in ((0.0006, 2200, 9000), (0.0012, 1300, 6000), (0.0025, 700, 4000)):
        density = 2.0 + 38 * flurry
        sparks = impulses(generator, density=density, spread=0.8, heaviness=0.7)
        crackle += 1.0 * convolve(sparks, snap(generator, seconds=seconds, low=low, high=high))
    return crackle


def _pops(frames: int, generator: np.random.Generator) -> Audio:
    """A pop is a knock in the log, a crack of its bark and the hiss of the steam it lets out."""
    bursts = impulses(generator, density=steady(frames, 0.45), spread=0.6, heaviness=0.35)
    hiss = snap(generator, seconds=0.09, low=1800, high=7000)
    pop = 0.16 * hiss
    knock = ring(240, seconds=0.009)
    crack = snap(generator, seconds=0.003, low=500, high=5000)
    pop[: len(knock)] += knock
    pop[: len(crack)] += crack
    return 3.0 * convolve(bursts, pop)
