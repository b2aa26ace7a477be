"""The harmony of a solo: which chord stands at each beat, and how far from C major or A minor it sounds."""

from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from training.music.chance import pick
from training.music.chords import Chord, parse_progression
from training.music.form import Phrase
from training.music.grid import BEATS_PER_BAR
from training.music.key import HOME, SCALE, shift_to_key
from training.music.moods import Mood
from training.music.progressions import PROGRESSIONS

MAX_BARS: Final = 64
MAX_LETTERS: Final = 500
BRIDGE: Final = "CD"  # letters of the phrases played over a progression's bridge
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


def plan_harmony(mood: Mood, progression: str | None, *, form: Sequence[Phrase], random: Random) -> Plan:
    """Lay the listener's progression over the form, or one of the mood's with its bridge and ending.

    Raises:
        ValueError: when the progression is too long or a chord of it cannot be read.
    """
    length = form[-1].start + form[-1].bars
    if progression is None:
        return _from_mood(mood, form, length, random)
    if len(progression) > MAX_LETTERS:
        raise ValueError(f"the progression has {len(progression)} letters; at most {MAX_LETTERS} are read")
    loop = parse_progression(progression)
    if len(loop) > MAX_BARS:
        raise ValueError(f"the progression has {len(loop)} bars; at most {MAX_BARS} are played")
    shift, mode = find_key(loop)
    return Plan(_repeated(loop, length), shift, shift_to_key(shift, mode))


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


def _from_mood(mood: Mood, form: Sequence[Phrase], length: int, random: Random) -> Plan:
    row = PROGRESSIONS[pick(mood.progressions, random)]
    shift = pick(mood.shifts, random)
    loop, bridge, ending = map(parse_progression, (row.chords, row.bridge, row.ending))
    bars: list[tuple[Chord, ...]] = []
    played = 0  # bars of the bridge so far
    for phrase in form:
        if phrase.letter in BRIDGE:
            bars += _repeated(bridge[played % len(bridge) :] + bridge, phrase.bars)
            played += phrase.bars
        else:
            bars += _repeated(loop, phrase.bars)
    rest = min(len(ending), length)
    bars[length - rest :] = ending[len(ending) - rest :]
    moved = tuple(tuple(chord.transposed(shift) for chord in bar) for bar in bars)
    return Plan(moved, shift, shift_to_key(shift, row.mode))


def _repeated(loop: Bars, bars: int) -> tuple[tuple[Chord, ...], ...]:
    return tuple(loop[bar % len(loop)] for bar in range(bars))
