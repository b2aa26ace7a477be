"""Moods: how a wish for a feeling becomes harmony, key, temperature, swing and words for a title."""

from dataclasses import dataclass
from typing import Final

from training.music.character import Character


@dataclass(frozen=True, slots=True)
class Mood:
    """One mood as the composer uses it; its id is one of the styles the models were taught."""

    id: str
    label: str
    modes: tuple[str, ...]  # "major" and "minor", drawn by seed
    shifts: tuple[int, ...]  # semitones from C major / A minor to the sounding key, drawn by seed
    character: Character  # of the melody
    temperature: float  # 0.2 to 1.5; higher is more surprising
    swing: float  # see grid.swing_delay
    first_words: tuple[str, ...]
    last_words: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Return what a listener sees of the mood."""
        return {"id": self.id, "label": self.label, "temperature": self.temperature}


_ROWS: Final = (
    Mood(
        "rainy",
        "Rainy",
        ("minor", "minor", "major"),
        (-4, -2, 0, 3),
        Character(density=0, sustain=3, repeats=0),
        0.95,
        0.56,
        ("Grey", "Quiet", "Silver", "Soft", "Late", "Blurred"),
        ("Window", "Umbrella", "Gutter Song", "Tram Stop", "Puddles", "Second Cup"),
    ),
    Mood(
        "cosy",
        "Cosy",
        ("major",),
        (-5, -4, -2, 3),
        Character(density=0, sustain=2, repeats=1),
        0.92,
        0.6,
        ("Amber", "Woollen", "Slow", "Low", "Old", "Honey"),
        ("Lamplight", "Embers", "Armchair", "Kettle", "Bookmark", "Sunday"),
    ),
    Mood(
        "drifting",
        "Drifting",
        ("minor", "major"),
        (-5, -3, 0, 2),
        Character(density=0, sustain=3, repeats=0),
        1.0,
        0.54,
        ("Tall", "Pale", "Long", "Paper", "Evening", "Far"),
        ("Grass", "Kite", "Hillside", "Weathervane", "Horizon", "Laundry Day"),
    ),
    Mood(
        "late",
        "Late",
        ("minor", "minor", "major"),
        (-5, -4, -2, 0, 3),
        Character(density=0, sustain=2, repeats=1),
        1.0,
        0.58,
        ("Neon", "Last", "Empty", "Low", "Dim", "Midnight"),
        ("Train", "Diner", "Tape", "Stairwell", "Call", "Corner Store"),
    ),
)
MOODS: Final = {row.id: row for row in _ROWS}
DEFAULT_MOOD: Final = "rainy"
