"""Judging the models: every figure for our solos, for real and shuffled music and for the seeds' models."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np

from training.composer.baselines.table import BASELINES, generate_baseline, load_baseline
from training.composer.bits import bits_of_melody
from training.composer.copying import CopyIndex
from training.composer.corpus import Corpus
from training.composer.figures import FIGURES, Line
from training.composer.house import LeadSheet
from training.composer.infer import Composer, load_composer
from training.music.chords import Chord, parse_progression
from training.music.grid import BEATS_PER_BAR, SOLO_BARS, STEPS_PER_BAR
from training.music.key import key_to_shift
from training.music.moods import MOODS
from training.music.solo import Note, Solo

COPYING: Final = ("longest run also in training", "share in runs of 8 or more")
COLUMNS: Final = (*COPYING, *FIGURES)
BASELINE_PIECES: Final = 10
SHUFFLE_SEED: Final = 1

Table = dict[str, dict[str, list[float]]]  # row -> column -> [10 %, median, 90 %, mean]


def evaluate(
    models: Path,
    *,
    songs: Corpus,
    sheets: Sequence[LeadSheet],
    solos: int,
    baselines: Path | None,
    melodies: Mapping[str, Path],
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return everything the evaluation page says, as plain data.

    Args:
        models: the folder of weights.
        songs: the pre-training songs.
        sheets: the house corpus.
        solos: how many solos, of seeds 1 on, with default settings.
        baselines: the folder of the seeds' models; those it does not hold are left out.
        melodies: by what to call them, weights of the melody to give held-out bits a bar for beside ours.
        tell: is handed a line of progress.
    """
    composer = load_composer(models)
    ours = {sheet.piece.id: sheet.piece for sheet in sheets}
    index = CopyIndex(piece.melody for piece in (*songs.pieces, *ours.values()) if piece.split == "train")
    tell("measuring real music")
    held_out = [
        Line(piece.melody, piece.chords, piece.bars) for piece in ours.values() if piece.split != "train"
    ]
    pop = [
        Line(
            [note for note in piece.melody if note.start < SOLO_BARS * STEPS_PER_BAR],
            piece.chords[: SOLO_BARS * BEATS_PER_BAR],
            SOLO_BARS,
        )
        for piece in songs.split("test")
        if piece.bars >= SOLO_BARS
    ]
    tell(f"composing {solos} solos")
    begun = time.perf_counter()
    written = [compose_for_page(composer, seed) for seed in range(1, solos + 1)]
    seconds = (time.perf_counter() - begun) / solos
    rows = {
        "station": [line_of(solo) for solo in written],
        "held-out lofi": held_out,
        "held-out songs": pop,
        "lofi, notes shuffled": [shuffled(line, Random(SHUFFLE_SEED)) for line in held_out],
    }
    for name in BASELINES:
        path = None if baselines is None else baselines / f"{name}.npz"
        if path is not None and path.exists():
            tell(f"writing with {name}")
            rows[name] = list(_baseline_lines(name, path))
        else:
            tell(f"leaving {name} out: there are no weights for it")
    table = {name: _spreads(measure(line, index) for line in lines) for name, lines in rows.items()}
    tell("counting bits")
    files = {"the station": models / "melody.npz", **melodies}
    return {
        "model": composer.identity,
        "bits": {name: bits_of_melody(path, songs, sheets) for name, path in files.items()},
        "weights": {path.name: _sha256(path) for path in sorted(models.iterdir())},
        "solos": solos,
        "different": len({solo.voices["melody"] for solo in written}),
        "whole": sum(map(is_whole, written)),
        "seconds_a_solo": round(seconds, 3),
        "table": table,
        "inside": {
            column: _share_inside(rows["station"], rows["held-out lofi"], column) for column in FIGURES
        },
        "first_solos": [measure(line_of(solo), index) for solo in written[:3]],
    }


def compose_for_page(composer: Composer, seed: int) -> Solo:
    """Return the solo that the page judges for this seed: default settings, the moods in turn."""
    moods = list(MOODS)
    return composer.compose(seed=seed, mood=moods[seed % len(moods)])


def line_of(solo: Solo) -> Line:
    """Return a solo's melody and chords in C major or A minor, as the corpora are."""
    shift = key_to_shift(solo.key)
    melody = [replace(note, pitch=note.pitch - shift) for note in solo.voices["melody"]]
    chords = [
        chord.transposed(-shift)
        for bar in parse_progression(solo.progression)
        for chord in bar
        for _ in range(BEATS_PER_BAR // len(bar))
    ]
    return Line(melody, chords, solo.bars)


def is_whole(solo: Solo) -> bool:
    """Return whether a solo has its bars, all voices, a breath in every phrase and an ending."""
    line = line_of(solo)
    return (
        solo.bars == SOLO_BARS
        and all(solo.voices.values())
        and FIGURES["least silence in 4 bars, sixteenths"](line) > 0
        and FIGURES["ends on a chord tone"](line) == 1
    )


def measure(line: Line, index: CopyIndex) -> dict[str, float]:
    """Return every column for one melody."""
    copying = index.compare(line.melody)
    return {
        **dict(zip(COPYING, map(float, copying), strict=True)),
        **{name: figure(line) for name, figure in FIGURES.items()},
    }


def shuffled(line: Line, random: Random) -> Line:
    """Return the line with its pitches and its lengths each in random order, as a control."""
    pitches = sorted((note.pitch for note in line.melody), key=lambda _: random.random())
    steps = [b.start - a.start for a, b in zip(line.melody, line.melody[1:], strict=False)]
    steps = sorted(steps, key=lambda _: random.random())
    start, notes = line.melody[0].start, []
    for pitch, step in zip(pitches, [*steps, line.melody[-1].length], strict=True):
        notes.append(Note(start, pitch, step, 64))
        start += step
    return Line(notes, line.chords, line.bars)


def _baseline_lines(name: str, path: Path) -> Iterator[Line]:
    """Yield pieces of a baseline; they know no chords, so none are laid under them."""
    trained = load_baseline(name, path)
    chords: list[Chord | None] = [None] * (SOLO_BARS * BEATS_PER_BAR)
    for seed in range(1, BASELINE_PIECES + 1):
        melody = generate_baseline(trained, seed=seed).melody
        if len(melody) > 1:
            yield Line(melody, chords, SOLO_BARS)


def _spreads(measured: Iterable[Mapping[str, float]]) -> dict[str, list[float]]:
    rows = list(measured)
    return {
        column: [
            *np.percentile([row[column] for row in rows], [10, 50, 90]).round(3).tolist(),
            round(float(np.mean([row[column] for row in rows])), 3),
        ]
        for column in COLUMNS
    }


def _share_inside(ours: Sequence[Line], theirs: Sequence[Line], column: str) -> float:
    """Return the share of our lines that lie between the 10th and 90th percentile of theirs."""
    low, high = np.percentile([FIGURES[column](line) for line in theirs], [10, 90])
    return round(float(np.mean([low <= FIGURES[column](line) <= high for line in ours])), 3)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
