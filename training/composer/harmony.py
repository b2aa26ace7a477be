"""The harmony of a solo: which chord stands at each beat, and how far from C major or A minor it sounds."""

from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from training.composer.chord_voice import ChordBounds, ChordReader, symbol_chord
from training.composer.network import Network
from training.composer.writing import write_line
from training.music.chance import pick
from training.music.chords import Chord, parse_progression
from training.music.form import Phrase
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BEAT
from training.music.key import HOME, SCALE, shift_to_key
from training.music.moods import Mood

MAX_BARS: Final = 64
MAX_LETTERS: Final = 500
Bars = Sequence[tuple[Chord, ...]]


class Plan(NamedTuple):
    """A progression laid out over a form."""

    bars: tuple[tuple[Chord, ...], ...]  # as heard
    shift: int  # semitones from C major or A minor to the sounding key, -5 to 6
    key: str  # e.g. "F major"

    def beats(self, *, shift: int) -> list[Chord]:
        """Return a chord a beat, `shift` semitones higher."""
        return [
            chord.transposed(shift)
            for bar in self.bars
            for chord in bar
            for _ in range(BEATS_PER_BAR // len(bar))
        ]


def lay_progression(progression: str, *, bars: int) -> Plan:
    """Lay the listener's progression out over `bars` bars, again and again.

    Raises:
        ValueError: when the progression is too long or a chord of it cannot be read.
    """
    if len(progression) > MAX_LETTERS:
        raise ValueError(f"the progression has {len(progression)} letters; at most {MAX_LETTERS} are read")
    loop = parse_progression(progression)
    if len(loop) > MAX_BARS:
        raise ValueError(f"the progression has {len(loop)} bars; at most {MAX_BARS} are played")
    shift, mode = find_key(loop)
    return Plan(tuple(loop[bar % len(loop)] for bar in range(bars)), shift, shift_to_key(shift, mode))


def write_harmony(
    network: Network, mood: Mood, *, form: Sequence[Phrase], bars: int, temperature: float, random: Random
) -> Plan:
    """Write a progression in the mood's style, in one of its modes and keys, that ends at home."""
    mode, shift = pick(mood.modes, random), pick(mood.shifts, random)
    reader = ChordReader(mode=mode, form=form, bars=bars, style=mood.id)
    bounds = ChordBounds(mode=mode, steps=reader.line.steps)
    beats: list[Chord] = []
    for event in write_line(network, reader, bounds, temperature=temperature, random=random):
        chord = symbol_chord(event.kind).transposed(shift)
        beats += [chord] * (event.duration // STEPS_PER_BEAT)
    written = (beats[at : at + BEATS_PER_BAR] for at in range(0, len(beats), BEATS_PER_BAR))
    return Plan(tuple(map(_as_bar, written)), shift, shift_to_key(shift, mode))


def _as_bar(beats: Sequence[Chord]) -> tuple[Chord, ...]:
    """Return a bar's chords, one for each half where the halves differ."""
    first, second = beats[0], beats[BEATS_PER_BAR // 2]
    return (first,) if first == second else (first, second)


def find_key(loop: Bars) -> tuple[int, str]:
    """Return the shift (-5 to 6) and mode of the major or minor key that fits the chords best.

    The key whose scale holds most chord tones wins; then the one whose tonic chord opens or closes the loop.
    """
    chords = [chord for bar in loop for chord in bar]

    def fit(shift: int, mode: str) -> float:
        scale = {(shift + tone) % 12 for tone in SCALE}
        inside = sum(len(chord.core & scale) / len(chord.core) for chord in chords)
        tonic, minor = (shift + HOME[mode]) % 12, mode == "minor"
        home = sum(
            weight * (chord.root == tonic and (3 in chord.intervals) == minor)
            for weight, chord in ((1.0, chords[-1]), (0.9, chords[0]))
        )
        return inside + 0.3 * home

    candidates = [(shift, mode) for mode in HOME for shift in range(-5, 7)]
    return max(candidates, key=lambda key: (fit(*key), -abs(key[0])))
