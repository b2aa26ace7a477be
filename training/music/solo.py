"""Notes and solos: what the composer writes, the studio renders and the page plays."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

VOICES: Final = ("melody", "chords", "bass")


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One note on the grid: `start` and `length` in sixteenth steps from bar 0."""

    start: int
    pitch: int  # MIDI number, 60 is middle C
    length: int
    velocity: int  # 1 to 127

    @property
    def end(self) -> int:
        """The first step after the note."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Solo:
    """A finished piece for three voices, with everything needed to play it or to write it again."""

    title: str
    seed: int
    bpm: int
    key: str  # e.g. "F major"
    bars: int
    progression: str  # chord symbols as heard, a chord a bar, `|` parts bars that hold several
    mood: str
    temperature: float
    swing: float  # see grid.swing_delay
    model: str  # id of the weights that wrote it
    voices: Mapping[str, tuple[Note, ...]]  # by the names in VOICES, each in time order

    def to_json(self) -> dict[str, Any]:
        """Return the solo as the plain data of `/api/solo` and of the files beside shipped solos."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Rebuild a solo from `to_json`'s data."""
        voices = {name: tuple(Note(**note) for note in notes) for name, notes in data["voices"].items()}
        return cls(**{**data, "voices": voices})
