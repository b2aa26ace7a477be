"""Windows of mixed lengths in batches of one size: like with like, so that little padding is computed."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from training.composer.dataset import Encoded, stack

SIZES: Final = 4  # lengths of batch, in equal parts of the window

Batch = tuple[dict[str, Any], dict[str, Any], dict[str, Any]]


class Cut(NamedTuple):
    """A stretch of one voice."""

    voice: int
    first: int
    stop: int


def batches(
    voices: Sequence[Encoded], *, window: int, size: int, random: np.random.Generator
) -> Iterator[Batch]:
    """Yield one epoch of windows as Keras takes them, in random order: inputs, targets, weights.

    Every voice is cut into windows of `window` events at a random phase, so that each epoch has other seams.
    Windows of like length share a batch. The shorter they are the more of them it takes: a batch always has
    `size` * `window` places, so that each event weighs the same. Padding weighs nothing.
    """
    cuts = _cut(voices, window=window, random=random)
    groups = list(_group(cuts, window=window, size=size, random=random))
    for number in random.permutation(len(groups)):
        length, chosen = groups[number]
        rows = size * window // length
        stretches = [_stretch(voices[cut.voice], cut.first, cut.stop) for cut in chosen]
        yield stack(stretches + [_stretch(voices[0], 0, 0)] * (rows - len(stretches)), length)


def count_batches(voices: Sequence[Encoded], *, window: int, size: int) -> int:
    """Return how many batches an epoch has; chance moves it by one or two."""
    random = np.random.default_rng(0)
    cuts = _cut(voices, window=window, random=random)
    return sum(1 for _ in _group(cuts, window=window, size=size, random=random))


def _cut(voices: Sequence[Encoded], *, window: int, random: np.random.Generator) -> list[Cut]:
    cuts = []
    for number, voice in enumerate(voices):
        first = int(random.integers(window)) - window + 1
        cuts += [
            Cut(number, max(0, at), min(at + window, voice.events))
            for at in range(first, voice.events, window)
        ]
    return cuts


def _group(
    cuts: Sequence[Cut], *, window: int, size: int, random: np.random.Generator
) -> Iterator[tuple[int, list[Cut]]]:
    """Yield (length, the cuts of a batch), the shortest first; what fills no batch joins the next length."""
    left: list[Cut] = []
    shuffled = [cuts[number] for number in random.permutation(len(cuts))]
    below = 0
    for part in range(1, SIZES + 1):
        length = -(-window * part // SIZES)
        left += [cut for cut in shuffled if below < cut.stop - cut.first <= length]
        below = length
        rows = size * window // length
        while len(left) >= rows or (left and part == SIZES):
            yield length, left[:rows]
            left = left[rows:]


def _stretch(voice: Encoded, first: int, stop: int) -> Encoded:
    integers, dense, durations, kinds, bars = voice
    return Encoded(integers[first:stop], dense[first:stop], durations[first:stop], kinds[first:stop], bars)
