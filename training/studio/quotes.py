"""Spoken lines, as an old radio in the corner says them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from hibari import SAMPLE_RATE as VOICE_RATE
from hibari import Hibari
from scipy import signal

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio
from training.studio.filters import band_pass
from training.studio.room import room
from training.studio.tape import saturate, wow_and_flutter
from training.studio.vinyl import vinyl

CREDIT: Final = "Spoken by hibari-tts, voice “heart”, by Maureese Williams, Apache-2.0"
BEFORE_SECONDS, AFTER_SECONDS = 0.2, 0.5  # of bare record surface around the words
FADE_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line, word for word as it stands in its source."""

    label: str
    text: str
    author: str
    source: str  # work and year
    pace: float = 0.92  # of the voice's own speed; a night-time radio takes its time


QUOTES: Final[Mapping[str, Quote]] = {
    "highest-of-arts": Quote(
        label="The highest of arts",
        text="To affect the quality of the day, that is the highest of arts.",
        author="Henry David Thoreau",
        source="Walden, “Where I Lived, and What I Lived For” (1854)",
    ),
    "toiling-upward": Quote(
        label="Toiling upward",
        text=(
            "The heights by great men reached and kept were not attained by sudden flight, "
            "but they, while their companions slept, were toiling upward in the night."
        ),
        author="Henry Wadsworth Longfellow",
        source="The Ladder of St. Augustine (1858)",
        pace=1.07,
    ),
    "dyed-by-thoughts": Quote(
        label="Dyed by the thoughts",
        text=(
            "Such as are thy habitual thoughts, such also will be the character of thy mind; "
            "for the soul is dyed by the thoughts."
        ),
        author="Marcus Aurelius",
        source="Meditations V.16, translated by George Long (1862)",
    ),
}


def render_quote(quote: Quote, voice: Hibari, generator: np.random.Generator) -> Audio:
    """Return the spoken line with its record surface, fading in and out, not yet levelled."""
    seed = int(generator.integers(2**31))
    spoken = voice(quote.text, speed=quote.pace, seed=seed)
    spoken = signal.resample_poly(spoken, SAMPLE_RATE, VOICE_RATE)
    spoken /= np.sqrt(np.mean(spoken**2))
    around = (round(BEFORE_SECONDS * SAMPLE_RATE), round(AFTER_SECONDS * SAMPLE_RATE))
    sound = np.pad(spoken, around).astype(np.float32)[:, np.newaxis].repeat(2, axis=1)
    sound = band_pass(saturate(sound, drive=-4), 190, 3600)
    sound = room(sound, generator, seconds=0.35, wet=-13, damping=2500)
    sound = wow_and_flutter(sound, generator, wow_cents=9, flutter_cents=4)
    sound += vinyl(len(sound), generator, level=-36)
    fade = round(FADE_SECONDS * SAMPLE_RATE)
    ramp = np.linspace(0, 1, fade, dtype=np.float32)[:, np.newaxis]
    sound[:fade] *= ramp
    sound[-fade:] *= ramp[::-1]
    return sound
