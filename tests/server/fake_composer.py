"""A composer that needs no weights, so that the server is tested alone."""

from dataclasses import dataclass, field
from typing import Any

from training.music.solo import Note, Solo


@dataclass
class FakeComposer:
    """Writes one note whose pitch tells the seed, and counts how often it was asked."""

    asked: int = 0
    fails_with: Exception | None = None
    given: dict[str, Any] = field(default_factory=dict)

    def compose(
        self,
        *,
        seed: int,
        bars: int,
        progression: str | None,
        mood: str | None,
        temperature: float | None,
        bpm: int,
    ) -> Solo:
        """Return the note."""
        self.asked += 1
        self.given = {"progression": progression, "mood": mood, "temperature": temperature}
        if self.fails_with:
            raise self.fails_with
        return Solo(
            title="A Test",
            seed=seed,
            bpm=bpm,
            key="C major",
            bars=bars,
            progression=progression or "Dm9 G13",
            mood=mood or "rainy",
            temperature=temperature or 0.9,
            swing=0.5,
            model="fake",
            voices={"melody": (Note(0, seed % 128, 4, 80),), "chords": (), "bass": ()},
        )
