"""The baselines by name, and what can be done with one: train it, write with it, time it."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np

from training.composer.baselines.baseline import Baseline, Played
from training.composer.baselines.checkpoint import Trained, load_checkpoint
from training.composer.baselines.classic import Classic
from training.composer.baselines.dual import Dual
from training.composer.baselines.fit import fit
from training.composer.baselines.timed import Timed
from training.composer.house import LeadSheet
from training.music.grid import SOLO_BARS, STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.solo import Note

BASELINES: Final[Mapping[str, Baseline]] = {row.name: row for row in (Classic(), Timed(), Dual())}
MOST_EVENTS: Final = 500  # as many as those projects write; a piece that is not full by then stays short
AT_A_TIME: Final = 16  # events written between looks at how full the piece is


class Written(NamedTuple):
    """A piece by a baseline, in C major or A minor on the sixteenth grid."""

    notes: list[Note]  # all it wrote
    melody: list[Note]  # one line, for the copy check


def fit_baseline(
    name: str, sheets: Sequence[LeadSheet], *, to: Path, epochs: int | None = None, seed: int = 1
) -> Trained:
    """Train one of BASELINES on the sheets of the training split; see `fit.fit`."""
    return fit(_named(name), sheets, to=to, epochs=epochs, seed=seed)


def load_baseline(name: str, path: Path) -> Trained:
    """Read one of BASELINES from the checkpoint that `fit_baseline` wrote.

    Raises:
        ValueError: when the name is unknown or the file is missing, damaged or of other settings.
    """
    return load_checkpoint(path, _named(name))


def write_events(trained: Trained, *, seed: int) -> Iterator[list[float]]:
    """Write events without end, prompted with a window of the training stream drawn by `seed`.

    The loop of those projects, and the reason they are slow: Keras' `predict` sees the whole window again
    for every event.
    """
    baseline, stream = trained.baseline, trained.stream
    random = Random(seed)
    start = int(random.random() * (len(stream.rows) - baseline.window))
    window = stream.rows[start : start + baseline.window]
    while True:
        inputs: Any = baseline.inputs(window[None], stream.vocabularies)
        row = baseline.choose(trained.model.predict(inputs, verbose=0), random)
        window = np.vstack([window[1:], np.array(row, np.float32)])
        yield row


def generate_baseline(trained: Trained, *, seed: int, bars: int = SOLO_BARS) -> Written:
    """Write a piece of `bars` bars; the same seed gives the same piece."""
    baseline, steps = trained.baseline, bars * STEPS_PER_BAR
    events = write_events(trained, seed=seed)
    rows: list[list[float]] = []
    played = Played([], 0)
    while len(rows) < MOST_EVENTS and played.end < steps:
        rows += islice(events, AT_A_TIME)
        played = baseline.play(rows, trained.stream.vocabularies, Random(seed))
    kept = [
        replace(note, length=min(note.length, steps - note.start))
        for note in played.notes
        if note.start < steps
    ]
    return Written(kept, baseline.melody(kept))


def events_per_second(
    trained: Trained, *, events: int = 50, seed: int = 1, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Return how fast `write_events` is once Keras has traced the model; an event is at most one onset."""
    written = write_events(trained, seed=seed)
    next(written)
    begun = clock()
    for _ in islice(written, events):
        pass
    return events / (clock() - begun)


def write_midi(path: Path, notes: Sequence[Note]) -> None:
    """Write notes as a MIDI file, by music21 as those projects did."""
    from music21 import note as m21note
    from music21 import stream as m21stream

    part: Any = m21stream.Part()  # type: ignore[no-untyped-call]  # music21 has no types
    for written in notes:
        sound = m21note.Note(written.pitch, quarterLength=written.length / STEPS_PER_BEAT)
        sound.volume.velocity = written.velocity
        part.insert(written.start / STEPS_PER_BEAT, sound)
    part.write("midi", fp=str(path))


def _named(name: str) -> Baseline:
    if name not in BASELINES:
        raise ValueError(f"there is no baseline {name!r}: choose one of {', '.join(BASELINES)}")
    return BASELINES[name]
