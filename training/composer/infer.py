"""The door to the composer: weights in, solos out, with NumPy alone.

The only module of `training.composer` that the server and the studio may import.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from training.composer.accompaniment import chord_spans, write_bass, write_chords
from training.composer.expression import shape
from training.composer.harmony import plan_harmony
from training.composer.melody import write_melody
from training.composer.network import MelodyNetwork
from training.composer.takes import best_take
from training.composer.weights import load_weights
from training.music.chance import pick
from training.music.chords import format_progression
from training.music.form import plan_form
from training.music.grid import BPM, SOLO_BARS
from training.music.key import has_sharps
from training.music.moods import DEFAULT_MOOD, MOODS, Mood
from training.music.solo import Solo

WEIGHTS: Final = "melody.npz"  # under static/models/
MAX_SEED: Final = 2**31 - 1


class Bounds(NamedTuple):
    """The least and the greatest value a parameter may have."""

    least: float
    greatest: float


BOUNDS: Final = {
    "seed": Bounds(0, MAX_SEED),
    "bars": Bounds(2, 64),
    "temperature": Bounds(0.2, 1.5),
    "bpm": Bounds(60, 95),
}
TAKES: Final = 4  # melodies drawn for each solo
MELODY_REGISTER: Final = (60, 81)  # sounding MIDI pitches


class Composer:
    """A loaded model. Composing changes nothing in it, so threads may share one."""

    def __init__(self, network: MelodyNetwork, card: Mapping[str, Any]) -> None:
        self._network = network
        self.card = card

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
                The mood's own when none.
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
        plan = plan_harmony(feeling, progression, form=form, random=random)
        low, high = MELODY_REGISTER
        takes = [
            write_melody(
                self._network,
                chords=plan.beats(shift=-plan.shift),
                form=form,
                character=feeling.character,
                bars=bars,
                register=(low - plan.shift, high - plan.shift),
                temperature=heat,
                random=random,
            )
            for _ in range(TAKES)
        ]
        written = best_take(takes, asked=feeling.character, bars=bars)
        sounding = [replace(note, pitch=note.pitch + plan.shift) for note in written]
        melody = shape(sounding, form=form, random=random)
        spans = chord_spans(plan.beats(shift=0))
        return Solo(
            title=_title(feeling, random),
            seed=seed,
            bpm=bpm,
            key=plan.key,
            bars=bars,
            progression=format_progression(plan.bars, sharps=has_sharps(plan.shift)),
            mood=feeling.id,
            temperature=heat,
            swing=feeling.swing,
            model=self.card["id"],
            voices={
                "melody": tuple(melody),
                "chords": tuple(write_chords(spans, melody)),
                "bass": tuple(write_bass(spans)),
            },
        )


def load_composer(path: Path) -> Composer:
    """Load the model at `path`, a file written by `python -m training train`.

    Raises:
        ValueError: when it is missing, damaged, or made for another vocabulary.
    """
    weights = load_weights(path)
    return Composer(MelodyNetwork(weights), weights.card)


def _mood(name: str | None) -> Mood:
    chosen = DEFAULT_MOOD if name is None else name
    if chosen not in MOODS:
        raise ValueError(f"there is no mood {chosen!r}: choose one of {', '.join(MOODS)}")
    return MOODS[chosen]


def _check(name: str, value: float) -> None:
    least, greatest = BOUNDS[name]
    if not least <= value <= greatest:
        raise ValueError(f"{name} is {value}: it must be from {least} to {greatest}")


def _title(mood: Mood, random: Random) -> str:
    return f"{pick(mood.first_words, random)} {pick(mood.last_words, random)}"
