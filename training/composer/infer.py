"""The door to the composer: weights in, solos out, with NumPy alone.

The only module of `training.composer` that the server and the studio may import.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from training.composer.bass_voice import BASS, INTERVALS, BassBounds, BassReader, bass_notes
from training.composer.chord_voice import HARMONY
from training.composer.comp_voice import COMP, STROKES, CompBounds, CompReader, comp_notes
from training.composer.copying import KnownRuns
from training.composer.expression import shape
from training.composer.ground import Ground
from training.composer.harmony import Plan, lay_progression, write_harmony
from training.composer.melody import MelodyBounds
from training.composer.melody_voice import MELODY, MelodyReader
from training.composer.network import Network
from training.composer.takes import best_take
from training.composer.weights import load_weights
from training.composer.writing import Bounds, Reader, write_line
from training.music.chance import pick
from training.music.chords import format_progression
from training.music.form import Phrase, plan_form
from training.music.grid import BPM, SOLO_BARS
from training.music.key import has_sharps
from training.music.moods import DEFAULT_MOOD, MOODS, Mood
from training.music.solo import Note, Solo
from training.music.tokens import Event, events_to_notes, events_to_spans

SCHEMES: Final = (MELODY, HARMONY, BASS, COMP)
KNOWN_RUNS: Final = "known-runs.npy"
MAX_SEED: Final = 2**31 - 1


class Range(NamedTuple):
    """The least and the greatest value a parameter may have."""

    least: float
    greatest: float


RANGES: Final = {
    "seed": Range(0, MAX_SEED),
    "bars": Range(2, 64),
    "temperature": Range(0.2, 1.5),
    "bpm": Range(60, 95),
}
TAKES: Final = 4  # melodies drawn for each solo
MELODY_REGISTER: Final = (60, 81)  # sounding MIDI pitches


class Sketch(NamedTuple):
    """What a solo is to be, before a note of it is written."""

    plan: Plan
    form: Sequence[Phrase]
    mood: Mood
    bars: int
    temperature: float


class Composer:
    """The loaded models, one a voice. Composing changes nothing in them, so threads may share one."""

    def __init__(self, networks: Mapping[str, Network], *, known: KnownRuns, identity: str) -> None:
        self._networks = networks
        self._known = known
        self.identity = identity

    def compose(
        self,
        *,
        seed: int,
        bars: int = SOLO_BARS,
        progression: str | None = None,
        mood: str | None = None,
        temperature: float | None = None,
        bpm: int = BPM,
    ) -> Solo:
        """Write a solo; the same arguments give the same solo, anywhere, for ever.

        Args:
            seed: 0 to MAX_SEED.
            bars: 2 to 64.
            progression: chord symbols, a chord a bar, `|` parts bars of several; repeats to fill the bars.
                One is written when none is given.
            mood: an id of training.music.moods; `rainy` when none.
            temperature: 0.2 to 1.5, higher is more surprising; the mood's own when none.
            bpm: 60 to 95; the notes do not depend on it.

        Raises:
            ValueError: saying what was given, what was expected and what to do.
        """
        feeling = _mood(mood)
        heat = feeling.temperature if temperature is None else temperature
        for name, value in (("seed", seed), ("bars", bars), ("temperature", heat), ("bpm", bpm)):
            _check(name, value)
        random = Random(seed)
        form = plan_form(bars)
        plan = (
            write_harmony(
                self._networks["chords"], feeling, form=form, bars=bars, temperature=heat, random=random
            )
            if progression is None
            else lay_progression(progression, bars=bars)
        )
        sketch = Sketch(plan, form, feeling, bars, heat)
        takes = [self._melody(sketch, random) for _ in range(TAKES)]
        written = best_take(takes, asked=feeling.character, bars=bars)
        melody = [replace(note, pitch=note.pitch + plan.shift) for note in written]
        ground = Ground(plan.beats(shift=0), melody)
        bass = self._bass(sketch, ground, random)
        comp = self._comp(sketch, ground, bass, random)
        voices = {"melody": shape(melody, form=form, random=random), "chords": comp, "bass": bass}
        return Solo(
            title=f"{pick(feeling.first_words, random)} {pick(feeling.last_words, random)}",
            seed=seed,
            bpm=bpm,
            key=plan.key,
            bars=bars,
            progression=format_progression(plan.bars, sharps=has_sharps(plan.shift)),
            mood=feeling.id,
            temperature=heat,
            swing=feeling.swing,
            model=self.identity,
            voices={name: tuple(sorted(notes)) for name, notes in voices.items()},
        )

    def _melody(self, sketch: Sketch, random: Random) -> list[Note]:
        """Write one melody in C major or A minor."""
        plan, low, high = sketch.plan, *MELODY_REGISTER
        chords = plan.beats(shift=-plan.shift)
        reader = MelodyReader(
            chords=chords,
            form=sketch.form,
            character=sketch.mood.character,
            bars=sketch.bars,
            style=sketch.mood.id,
        )
        bounds = MelodyBounds(
            chords=chords, register=(low - plan.shift, high - plan.shift), known=self._known
        )
        return events_to_notes(self._write("melody", reader, bounds, sketch, random))

    def _bass(self, sketch: Sketch, ground: Ground, random: Random) -> list[Note]:
        reader = BassReader(ground, form=sketch.form, bars=sketch.bars, style=sketch.mood.id)
        events = self._write("bass", reader, BassBounds(ground), sketch, random)
        return bass_notes(events_to_spans(events, INTERVALS), ground)

    def _comp(self, sketch: Sketch, ground: Ground, bass: Sequence[Note], random: Random) -> list[Note]:
        reader = CompReader(ground, bass, form=sketch.form, bars=sketch.bars, style=sketch.mood.id)
        events = self._write("comp", reader, CompBounds(ground), sketch, random)
        return comp_notes(events_to_spans(events, STROKES), ground)

    def _write(
        self, voice: str, reader: Reader, bounds: Bounds, sketch: Sketch, random: Random
    ) -> list[Event]:
        return write_line(
            self._networks[voice], reader, bounds, temperature=sketch.temperature, random=random
        )


def load_composer(folder: Path) -> Composer:
    """Load the models in `folder`, one file a voice, written by `python -m training train`.

    Raises:
        ValueError: when one is missing, damaged, or made for another vocabulary.
    """
    weights = {scheme.name: load_weights(folder / f"{scheme.name}.npz", scheme) for scheme in SCHEMES}
    networks = {name: Network(voice) for name, voice in weights.items()}
    known = KnownRuns.load(folder / KNOWN_RUNS)
    return Composer(networks, known=known, identity=str(weights["melody"].card["id"]))


def _mood(name: str | None) -> Mood:
    chosen = DEFAULT_MOOD if name is None else name
    if chosen not in MOODS:
        raise ValueError(f"there is no mood {chosen!r}: choose one of {', '.join(MOODS)}")
    return MOODS[chosen]


def _check(name: str, value: float) -> None:
    least, greatest = RANGES[name]
    if not least <= value <= greatest:
        raise ValueError(f"{name} is {value}: it must be from {least} to {greatest}")
