"""What a melody does, the model decided: change the model and the durations, start and end change."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np

from training.composer.copying import LONG_RUN, CopyIndex, KnownRuns
from training.composer.house import house_sheets
from training.composer.infer import KNOWN_RUNS
from training.composer.melody import (
    BREATH,
    ENDING_BARS,
    LONGEST_SILENCE,
    MOST_REPEATS,
    WIDEST_LEAP,
    MelodyBounds,
)
from training.composer.melody_voice import MELODY, MelodyReader
from training.composer.network import Network
from training.composer.weights import Weights, load_weights
from training.composer.writing import write_line
from training.music.character import Character
from training.music.chords import Chord, parse_progression
from training.music.form import plan_form
from training.music.solo import Note
from training.music.tokens import END_DURATION, PITCHES, events_to_notes

BARS = 30
REGISTER = (60, 81)
MODELS = Path("static/models")
WEIGHTS = load_weights(MODELS / "melody.npz", MELODY)
LOOP = parse_progression("Dm9 G13 Cmaj9 Am9")
CHORDS: list[Chord] = [chord for bar in range(BARS) for chord in LOOP[bar % 4] for _ in range(4)]


def _write(weights: Weights, seed: int, *, known: KnownRuns | None = None) -> list[Note]:
    reader = MelodyReader(
        chords=CHORDS, form=plan_form(BARS), character=Character(0, 3, 1), bars=BARS, style="cosy"
    )
    bounds = MelodyBounds(chords=CHORDS, register=REGISTER, known=known)
    events = write_line(Network(weights), reader, bounds, temperature=1.0, random=Random(seed))
    return events_to_notes(events)


def _leaning(head: str, towards: int, by: float) -> Weights:
    """Return the shipped weights with one output made likelier."""
    bias = WEIGHTS.arrays[f"{head}_bias"].copy()
    bias[towards] += by
    return replace(WEIGHTS, arrays={**WEIGHTS.arrays, f"{head}_bias": bias})


def test_durations_come_from_the_model() -> None:
    usual = [note.length for note in _write(WEIGHTS, 1)]
    leaning = [note.length for note in _write(_leaning("duration", 5, 8), 1)]
    assert len(set(usual)) >= 4
    # What is left of the others is cut short by the breath at the end of a phrase.
    assert np.mean([length % 5 == 0 for length in leaning]) > 0.75
    assert np.mean([length % 5 == 0 for length in usual]) < 0.2


def test_the_start_comes_from_the_model() -> None:
    late = _write(_leaning("kind", PITCHES.rest, 12), 1)
    assert late[0].start > 0
    early = _write(_leaning("kind", PITCHES.rest, -12), 1)
    assert early[0].start == 0


def test_the_end_comes_from_the_model() -> None:
    first_step_of_the_ending = (BARS - ENDING_BARS) * 16
    soon = _write(_leaning("duration", END_DURATION, 40), 1)
    assert abs(soon[-1].end - first_step_of_the_ending) <= 16
    never = _write(_leaning("duration", END_DURATION, -40), 1)
    assert never[-1].end > soon[-1].end
    ends = {_write(WEIGHTS, seed)[-1].end for seed in range(6)}
    assert len(ends) > 1


def test_melodies_stay_inside_their_bounds() -> None:
    for seed in range(6):
        melody = _write(WEIGHTS, seed)
        assert all(REGISTER[0] <= note.pitch <= REGISTER[1] for note in melody)
        assert melody[-1].end <= BARS * 16
        for before, after in pairwise(melody):
            assert abs(after.pitch - before.pitch) <= WIDEST_LEAP
            assert 0 <= after.start - before.end <= LONGEST_SILENCE
        for at in range(len(melody) - MOST_REPEATS - 1):
            assert len({note.pitch for note in melody[at : at + MOST_REPEATS + 2]}) > 1


def test_every_phrase_breathes_and_the_end_is_on_a_chord_tone() -> None:
    for seed in range(6):
        melody = _write(WEIGHTS, seed)
        for begin in range(0, 28 * 16, 64):
            sounding = sum(max(0, min(n.end, begin + 64) - max(n.start, begin)) for n in melody)
            assert 64 - sounding >= BREATH
        last = melody[-1]
        assert last.pitch % 12 in CHORDS[last.start // 4].pitch_classes
        for note in melody:
            if note.length > 2:
                assert note.pitch % 12 in CHORDS[note.start // 4].pitch_classes


def test_a_strain_that_returns_is_known_again() -> None:
    """Bars 8 to 11 state the A of bars 0 to 3 again: more alike than A and B are."""

    def alike(melody: list[Note], one: int, other: int) -> float:
        onsets = [
            {(n.start - bar * 16, n.pitch) for n in melody if bar * 16 <= n.start < (bar + 4) * 16}
            for bar in (one, other)
        ]
        return len(onsets[0] & onsets[1]) / max(1, len(onsets[0] | onsets[1]))

    melodies = [_write(WEIGHTS, seed) for seed in range(8)]
    returning = np.mean([alike(melody, 0, 8) for melody in melodies])
    contrasting = np.mean([alike(melody, 0, 4) for melody in melodies])
    assert returning > 2 * contrasting


def test_the_copy_guard_keeps_known_music_from_being_written_again() -> None:
    """What the model wrote unguarded is made known; guarded, the same draw must leave it."""
    first = _write(WEIGHTS, 3)
    again = _write(WEIGHTS, 3, known=KnownRuns.of([first]))
    assert CopyIndex([first]).compare(first).longest_run >= LONG_RUN
    assert CopyIndex([first]).compare(again).longest_run < LONG_RUN


def test_the_guard_knows_everything_the_melodies_were_learnt_from() -> None:
    """The sheets stand for all: the songs are not here, but are too many to be forgotten unseen."""
    known = KnownRuns.load(MODELS / KNOWN_RUNS)
    sheets = house_sheets(Path("training/corpus"))
    taught = KnownRuns.of(sheet.piece.melody for sheet in sheets if sheet.piece.split == "train")
    assert set(taught.hashes.tolist()) <= set(known.hashes.tolist())
    assert len(known.hashes) > 100_000
