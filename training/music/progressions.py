"""Chord progressions the station knows, written in C major or A minor and transposed when used."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Progression:
    """One loop that a listener can choose."""

    id: str
    label: str
    chords: str  # four bars, see chords.parse_progression

    def to_json(self) -> dict[str, str]:
        """Return what a listener can choose from: the id, the label and the loop."""
        return {"id": self.id, "label": self.label, "chords": self.chords}


_ROWS: Final = (
    Progression("two-five-one", "ii V I with a way back", "Dm9 G13 Cmaj9 A7b13"),
    Progression("plagal", "Minor plagal", "Cmaj9 Em7 Fmaj9 Fm6"),
    Progression("falling-bass", "Falling bass", "Am9 | Am9/G | Fmaj9 | E7#9"),
    Progression("dorian", "Dorian vamp", "Dm9 Em7 Dm9 G13"),
    Progression("third-steps", "Mediant walk", "Fmaj9 Em7 Dm9 Cmaj9"),
    Progression("backdoor", "By the back door", "Cmaj9 | Am9 | Fm9 | Bb13"),
)
PROGRESSIONS: Final = {row.id: row for row in _ROWS}
