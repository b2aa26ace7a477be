"""Writing a voice with its network, event by event, inside bounds.

What happens is drawn from the model. Bounds only forbid: each voice has its own.
"""

from random import Random
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from training.composer.decoding import choose
from training.composer.network import Network
from training.composer.scheme import Line
from training.music.tokens import DURATIONS, END_DURATION, LONGEST, Event

# Rhythm is drawn from its whole distribution: cutting the tail loses the rests and the long notes.
DURATION_TOP_P: Final = 1.0
KIND_TOP_P: Final = 0.98
RETURN_TEMPERATURE: Final = 0.7  # of the temperature where a strain comes back, so that it is known again

Allowed = NDArray[np.bool_]


class Reader(Protocol):
    """A voice in the making."""

    line: Line

    def features(self) -> tuple[list[int], NDArray[np.float32]]:
        """Return what is seen before the next event."""
        ...

    def write(self, event: Event) -> None:
        """Append one event."""
        ...


class Bounds:
    """What may come next; this one forbids nothing."""

    def durations(self, step: int, allowed: Allowed) -> Allowed:  # noqa: ARG002
        """Return which of the durations (DURATIONS,) may follow at `step`, of those that fit."""
        return allowed

    def kinds(self, step: int, duration: int, allowed: Allowed) -> Allowed:  # noqa: ARG002
        """Return which of the kinds (alphabet.size,) may have that duration at `step`."""
        return allowed

    def note(self, step: int, event: Event) -> None:
        """Take in what was chosen at `step`."""


def write_line(
    network: Network, reader: Reader, bounds: Bounds, *, temperature: float, random: Random
) -> list[Event]:
    """Write a voice to the end of its last bar, or to the end token where its bounds allow one.

    Args:
        network: the voice's model.
        reader: an empty voice; it is filled.
        bounds: what is forbidden.
        temperature: see decoding.choose.
        random: the only source of chance.
    """
    alphabet, line = network.scheme.alphabet, reader.line
    state = network.start()
    events: list[Event] = []
    sounding = False
    while line.step < line.steps:
        step = line.step
        integers, dense = reader.features()
        logits, context, state = network.step(integers, dense, state)
        heat = temperature * (RETURN_TEMPERATURE if line.returning else 1)
        durations = bounds.durations(step, _durations_that_fit(line.steps - step))
        duration = choose(logits, durations, temperature=heat, top_p=DURATION_TOP_P, random=random)
        if duration == END_DURATION:
            events.append(Event(END_DURATION, alphabet.end))
            break
        kinds = np.ones(alphabet.size, np.bool_)
        kinds[[alphabet.start, alphabet.end]] = False
        kinds[alphabet.tie] = sounding
        kinds = bounds.kinds(step, duration, kinds)
        logits = network.kind_logits(context, duration)
        kind = choose(logits, kinds, temperature=heat, top_p=KIND_TOP_P, random=random)
        event = Event(duration, kind)
        events.append(event)
        reader.write(event)
        bounds.note(step, event)
        sounding = kind != alphabet.rest
    return events


def _durations_that_fit(left: int) -> Allowed:
    allowed = np.zeros(DURATIONS, np.bool_)
    allowed[1 : min(left, LONGEST) + 1] = True
    return allowed
