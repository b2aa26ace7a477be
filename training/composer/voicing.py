"""Voicings: which tones of a chord the comping hand takes, in which order, led by the least movement.

The kinds are the usual ones of jazz piano (Levine, *The Jazz Piano Book*, 1989, chapters 3, 7 and 12-14).
"""

import itertools
from collections.abc import Callable, Sequence
from typing import Final

from training.music.chords import Chord

VOICINGS: Final = {
    "S": "shell: third and seventh, with one more tone where they alone are thin",
    "A": "rootless, third at the bottom",
    "B": "rootless, seventh at the bottom",
    "D": "drop-2: a close voicing with its second voice from the top an octave down",
    "Q": "quartal: as many fourths as the chord allows",
    "W": "spread: wide, seventh low and tensions high",
}
REGISTER: Final = (50, 76)  # MIDI
CENTRE: Final = 61.0


def voice(chord: Chord, kind: str, *, after: Sequence[int]) -> tuple[int, ...]:
    """Return the chord's pitches, lowest first, as a voicing of `kind` nearest to the one before.

    Third (or suspension) and seventh (or sixth) are always among them.
    """
    low, high = REGISTER
    stacks = [
        _stack(first, order)
        for order in ORDERS[kind](_tones(chord))
        for first in range(low, high)
        if first % 12 == (chord.root + order[0]) % 12
    ]
    fitting = [stack for stack in stacks if stack[-1] <= high] or [min(stacks, key=lambda stack: stack[-1])]
    return min(fitting, key=lambda pitches: (_movement(pitches, after), pitches))


def _tones(chord: Chord) -> list[int]:
    """Return the tones above the root worth playing, in thirds order: 3, 5, 7, then tensions."""
    tones = [step % 12 for step in chord.intervals if step % 12]
    if len(tones) > 3 and 7 in tones:
        tones.remove(7)  # the plain fifth says least
    return [*tones, 0] if len(tones) < 3 else tones  # a triad needs its root to sound full


def _guides(tones: Sequence[int]) -> tuple[int, int]:
    """Return third and seventh, or what stands for them."""
    third = tones[0]
    seventh = next((tone for tone in tones if tone in (9, 10, 11)), tones[-1])
    return third, seventh


def _ascending(tones: Sequence[int], bottom: int) -> list[int]:
    return sorted(tones, key=lambda tone: (tone - bottom) % 12)


def _shell(tones: Sequence[int]) -> list[list[int]]:
    third, seventh = _guides(tones)
    colour = [tone for tone in tones if tone not in (third, seventh)][-1:]
    return [[third, seventh, *colour], [seventh, third, *colour]]


def _rootless_a(tones: Sequence[int]) -> list[list[int]]:
    return [_ascending(tones, _guides(tones)[0])]


def _rootless_b(tones: Sequence[int]) -> list[list[int]]:
    return [_ascending(tones, _guides(tones)[1])]


def _drop_2(tones: Sequence[int]) -> list[list[int]]:
    drops = []
    for bottom in tones:
        close = _ascending(tones, bottom)
        drops.append([close[-2], *close[:-2], close[-1]])
    return drops


def _quartal(tones: Sequence[int]) -> list[list[int]]:
    """Return the orders with the most steps of a fourth or tritone between neighbours."""

    def fourths(order: Sequence[int]) -> int:
        return sum((above - below) % 12 in (5, 6) for below, above in itertools.pairwise(order))

    orders = [rotation for start in tones for rotation in _chains(start, tones)]
    most = max(map(fourths, orders))
    return [order for order in orders if fourths(order) == most]


def _chains(start: int, tones: Sequence[int]) -> list[list[int]]:
    """Return one order from `start` on that always takes the tone nearest to a fourth above."""
    left, chain = [tone for tone in tones if tone != start], [start]
    while left:
        chain.append(min(left, key=lambda tone: (abs((tone - chain[-1]) % 12 - 5), tone)))
        left.remove(chain[-1])
    return [chain]


def _spread(tones: Sequence[int]) -> list[list[int]]:
    third, seventh = _guides(tones)
    rest = [tone for tone in tones if tone not in (third, seventh)]
    return [[seventh, third, *rest], [third, seventh, *rest]]


ORDERS: Final[dict[str, Callable[[Sequence[int]], list[list[int]]]]] = {
    "S": _shell,
    "A": _rootless_a,
    "B": _rootless_b,
    "D": _drop_2,
    "Q": _quartal,
    "W": _spread,
}


def _stack(first: int, order: Sequence[int]) -> tuple[int, ...]:
    """Pile the tones up from `first`, each the next of its class above the last."""
    pitches = [first]
    for below, above in itertools.pairwise(order):
        pitches.append(pitches[-1] + (above - below) % 12)
    return tuple(pitches)


def _movement(pitches: Sequence[int], after: Sequence[int]) -> float:
    """Return the mean semitones to the nearest pitch before, and the pull to the centre."""
    centre = abs(sum(pitches) / len(pitches) - CENTRE)
    if not after:
        return centre
    steps = sum(min(abs(pitch - old) for old in after) for pitch in pitches) / len(pitches)
    return steps + 0.15 * centre
