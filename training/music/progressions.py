"""Chord progressions the station knows, written in C major or A minor and transposed when used."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Progression:
    """One loop with its contrast: what the A phrases, the bridge and the last bars are played over."""

    id: str
    label: str
    mode: str  # "major" or "minor"
    chords: str  # four bars, see chords.parse_progression
    bridge: str  # four or eight bars
    ending: str  # two bars that come to rest

    def to_json(self) -> dict[str, str]:
        """Return what a listener can choose from: the id, the label and the loop."""
        return {"id": self.id, "label": self.label, "chords": self.chords}


_ROWS: Final = (
    Progression(
        "two-five-one",
        "ii V I with a way back",
        "major",
        "Dm9 G13 Cmaj9 A7b13",
        "Fmaj9 Fm6 Em7 A7b9 Dm9 Db7#11 Cmaj9 G9sus4",
        "Dm9 C69",
    ),
    Progression(
        "plagal",
        "Minor plagal",
        "major",
        "Cmaj9 Em7 Fmaj9 Fm6",
        "Am9 D9 Dm9 G13sus4 Am9 D9 Fm6 G13",
        "Fm69 Cmaj9",
    ),
    Progression(
        "falling-bass",
        "Falling bass",
        "minor",
        "Am9 | Am9/G | Fmaj9 | E7#9",
        "Dm9 G13 Cmaj9 Fmaj7 Bm7b5 E7b9 Am9 A7b9",
        "Dm9 Am69",
    ),
    Progression(
        "dorian",
        "Dorian vamp",
        "minor",
        "Dm9 Em7 Dm9 G13",
        "Fmaj9 Em7 Am9 Am9 Fmaj9 G13 Dm9 Dm9",
        "Em7 Dm9",
    ),
    Progression(
        "third-steps",
        "Mediant walk",
        "major",
        "Fmaj9 Em7 Dm9 Cmaj9",
        "Bm7b5 | E7b9 | Am9 | D13 | Dm9 | G13 | Em7 A7b9 | Dm9 G13",
        "Dm9 Cmaj9",
    ),
    Progression(
        "backdoor",
        "By the back door",
        "major",
        "Cmaj9 | Am9 | Fm9 | Bb13",
        "Ebmaj9 Abmaj9 Dm9 G13 Em7 A7b13 Dm9 Db7#11",
        "Bb13 Cmaj9",
    ),
)
PROGRESSIONS: Final = {row.id: row for row in _ROWS}
