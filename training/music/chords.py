"""Chord symbols as musicians write them, read into pitch classes.

A light table, not a grammar: the qualities below are those of jazz and lofi lead sheets. Interval
content follows the usual chord-scale spelling (Levine, *The Jazz Theory Book*, 1995).
"""

import difflib
import re
from dataclasses import dataclass
from typing import Final

PITCH_CLASSES: Final = {
    name: number % 12
    for name, number in (
        *(("C", 0), ("C#", 1), ("Db", 1), ("D", 2), ("D#", 3), ("Eb", 3), ("E", 4), ("Fb", 4)),
        *(("E#", 5), ("F", 5), ("F#", 6), ("Gb", 6), ("G", 7), ("G#", 8), ("Ab", 8), ("A", 9)),
        *(("A#", 10), ("Bb", 10), ("B", 11), ("Cb", 11), ("B#", 12)),
    )
}
FLAT_NAMES: Final = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
SHARP_NAMES: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")

# Quality -> semitones above the root: root, third or suspension, fifth, seventh or sixth, then tensions.
QUALITIES: Final[dict[str, tuple[int, ...]]] = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "dim": (0, 3, 6),
    "aug": (0, 4, 8),
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "6": (0, 4, 7, 9),
    "m6": (0, 3, 7, 9),
    "69": (0, 4, 7, 9, 14),
    "m69": (0, 3, 7, 9, 14),
    "add9": (0, 4, 7, 14),
    "madd9": (0, 3, 7, 14),
    "maj7": (0, 4, 7, 11),
    "maj9": (0, 4, 7, 11, 14),
    "maj13": (0, 4, 7, 11, 14, 21),
    "maj7#11": (0, 4, 7, 11, 18),
    "m7": (0, 3, 7, 10),
    "m9": (0, 3, 7, 10, 14),
    "m11": (0, 3, 7, 10, 14, 17),
    "mmaj7": (0, 3, 7, 11),
    "m7b5": (0, 3, 6, 10),
    "dim7": (0, 3, 6, 9),
    "7": (0, 4, 7, 10),
    "9": (0, 4, 7, 10, 14),
    "13": (0, 4, 7, 10, 14, 21),
    "7b9": (0, 4, 7, 10, 13),
    "7#9": (0, 4, 7, 10, 15),
    "7b13": (0, 4, 7, 10, 20),
    "13b9": (0, 4, 7, 10, 13, 21),
    "7#11": (0, 4, 7, 10, 18),
    "7alt": (0, 4, 8, 10, 13, 15),
    "7sus4": (0, 5, 7, 10),
    "9sus4": (0, 5, 7, 10, 14),
    "13sus4": (0, 5, 7, 10, 14, 21),
}
# Other spellings of the same qualities, tried in order on what follows the root.
SPELLINGS: Final = (
    ("Δ", "maj7"),
    ("ø7", "m7b5"),
    ("ø", "m7b5"),
    ("°7", "dim7"),
    ("°", "dim"),
    ("6/9", "69"),
    ("min", "m"),
    ("-", "m"),
    ("M", "maj"),
    ("+", "aug"),
)
SYMBOL: Final = re.compile(r"([A-G](?:#|b|♯|♭)?)(.*?)(?:/([A-G](?:#|b|♯|♭)?))?")


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord: its root, what stands above it, and the pitch class under it."""

    root: int  # pitch class, 0 is C
    intervals: tuple[int, ...]  # semitones above the root, as in QUALITIES
    bass: int  # pitch class; the root unless the symbol has a slash
    quality: str  # a key of QUALITIES

    @property
    def pitch_classes(self) -> frozenset[int]:
        """Every pitch class of the chord, tensions and slash bass included."""
        return frozenset((self.root + step) % 12 for step in self.intervals) | {self.bass}

    @property
    def core(self) -> frozenset[int]:
        """Root, third, fifth and seventh (or sixth): the tones that say which chord it is."""
        return frozenset((self.root + step) % 12 for step in self.intervals if step < 12)

    def symbol(self, *, sharps: bool = False) -> str:
        """Return the chord as a lead sheet writes it, with flats unless `sharps`."""
        names = SHARP_NAMES if sharps else FLAT_NAMES
        slash = "" if self.bass == self.root else f"/{names[self.bass]}"
        return f"{names[self.root]}{self.quality}{slash}"

    def transposed(self, semitones: int) -> "Chord":
        """Return the same chord `semitones` higher."""
        return Chord((self.root + semitones) % 12, self.intervals, (self.bass + semitones) % 12, self.quality)


def parse_chord(symbol: str) -> Chord:
    """Read one chord symbol such as `Dm9`, `F#ø7`, `Bbmaj7#11` or `Am7/G`.

    Raises:
        ValueError: naming the symbol and, where one is near, the spelling that was probably meant.
    """
    match = SYMBOL.fullmatch(symbol.strip())
    if match is None:
        raise ValueError(
            f"cannot read the chord {symbol!r}: it must start with a root from A to G, as in Dm9"
        )
    root, written, bass = match.groups()
    quality = written.replace("♯", "#").replace("♭", "b").translate({40: None, 41: None})
    for spelling, usual in SPELLINGS:
        quality = quality.replace(spelling, usual, 1)
    if quality not in QUALITIES:
        near = difflib.get_close_matches(quality, QUALITIES, n=1, cutoff=0.0)[0]
        raise ValueError(f"cannot read the chord {symbol!r}: did you mean {root}{near}?")
    number = PITCH_CLASSES[root.replace("♯", "#").replace("♭", "b")]
    under = PITCH_CLASSES[bass.replace("♯", "#").replace("♭", "b")] if bass else number
    return Chord(number, QUALITIES[quality], under, quality)


def parse_progression(text: str) -> tuple[tuple[Chord, ...], ...]:
    """Read a progression into bars of chords: a chord a bar, or with `|` between bars of several.

    Raises:
        ValueError: when it is empty, a bar holds none or more than four chords, or a chord is unknown.
    """
    if not text.replace("|", " ").split():
        raise ValueError("the progression is empty: give chord symbols, a chord a bar, as in 'Dm9 G13'")
    bars = text.strip().strip("|").split("|") if "|" in text else text.split()
    parsed = []
    for number, bar in enumerate(bars, start=1):
        symbols = bar.split()
        if len(symbols) not in (1, 2, 4):
            raise ValueError(
                f"bar {number} of the progression holds {len(symbols)} chords; it takes 1, 2 or 4"
            )
        parsed.append(tuple(parse_chord(symbol) for symbol in symbols))
    return tuple(parsed)


def format_progression(bars: tuple[tuple[Chord, ...], ...], *, sharps: bool = False) -> str:
    """Write bars of chords so that `parse_progression` reads them back."""
    texts = [" ".join(chord.symbol(sharps=sharps) for chord in bar) for bar in bars]
    return (" " if all(len(bar) == 1 for bar in bars) else " | ").join(texts)
