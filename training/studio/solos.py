"""Record a solo: thirty bars on the sampled instrument, mixed and put on tape."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from training.music.grid import SAMPLE_RATE, bars_to_frames
from training.music.solo import Solo
from training.studio.audio import Audio, decibels_to_gain, silence
from training.studio.filters import high_pass, low_pass
from training.studio.room import room
from training.studio.sampler import play
from training.studio.tape import saturate, wow_and_flutter


@dataclass(frozen=True, slots=True, kw_only=True)
class SoloOrder:
    """A solo the station ships: what the composer is asked for and what plays it."""

    seed: int
    mood: str
    instrument: str


SOLOS: Final[Mapping[str, SoloOrder]] = {
    "solo-1": SoloOrder(seed=25, mood="rainy", instrument="rhodes"),
    "solo-2": SoloOrder(seed=2, mood="cosy", instrument="rhodes"),
    "solo-3": SoloOrder(seed=9, mood="drifting", instrument="rhodes"),
    "solo-4": SoloOrder(seed=18, mood="late", instrument="rhodes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A voice's place in the mix."""

    level: float  # dB
    low: float  # Hz, below which it is thinned
    tone: float  # Hz, above which it is dull
    room: float  # dB, how much of it is sent to the room
    width_seconds: float  # how much later the right side hears it: wider, and softer in the middle


# The levels are those of static/js/engine/note-voice.js.
MIX: Final[Mapping[str, Channel]] = {
    "melody": Channel(level=0, low=120, tone=4200, room=-15, width_seconds=0),
    "chords": Channel(level=-3, low=110, tone=2400, room=-11, width_seconds=0.011),
    "bass": Channel(level=0, low=30, tone=650, room=-60, width_seconds=0),
}


def render_solo(solo: Solo, one_shots: Mapping[int, Audio], generator: np.random.Generator) -> Audio:
    """Return the solo as a seamless loop of exactly its bars, not yet levelled."""
    frames = bars_to_frames(solo.bars, bpm=solo.bpm)
    dry, sent = silence(frames), silence(frames)
    for voice, notes in solo.voices.items():
        channel = MIX[voice]
        sound = play(notes, one_shots, frames=frames, bpm=solo.bpm, swing=solo.swing)
        sound = low_pass(high_pass(sound, channel.low, order=1), channel.tone)
        sound *= np.float32(decibels_to_gain(channel.level))
        sound[:, 1] = np.roll(sound[:, 1], round(channel.width_seconds * SAMPLE_RATE))
        dry += sound
        sent += sound * np.float32(decibels_to_gain(channel.room))
    echo = room(sent, generator, seconds=1.1, wet=0, damping=2600) - sent
    played = saturate(dry + echo, drive=6)
    return wow_and_flutter(played, generator, wow_cents=7, flutter_cents=2.5)
