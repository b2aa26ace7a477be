"""Instruments as one-shots: a few recorded pitches that the page's Tone.Sampler stretches between.

The offline renderer (sampler.py) plays the same files, so a live solo and a rendered one agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio, decibels_to_gain
from training.studio.filters import high_pass, low_pass
from training.studio.mastering import measure_loudness
from training.studio.soundfont import CREDIT, SoundFont

PITCH_CLASSES: Final = ("C", "Cs", "D", "Ds", "E", "F", "Fs", "G", "Gs", "A", "As", "B")
SETTLED_SECONDS: Final = 1.5  # a note's loudness is judged by its beginning, as long ones are rare


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument of the SoundFont and which of its notes are recorded."""

    label: str
    bank: int
    preset: int
    pitches: range  # MIDI numbers
    velocity: int  # how hard the recorded notes are struck, 1 to 127
    seconds: float  # how long each rings
    tone: float  # Hz, above which it is dull
    loudness: float  # LUFS of each one-shot's beginning at full velocity
    credit: str


INSTRUMENTS: Final[Mapping[str, Instrument]] = {
    "rhodes": Instrument(
        label="Electric piano",
        bank=0,
        preset=4,
        pitches=range(36, 89, 4),
        velocity=96,
        seconds=4.5,
        tone=4500,
        loudness=-16.5,
        credit=f"Sampled from the Tine Electric Piano of the {CREDIT}",
    )
}


def render_one_shots(instrument: Instrument, soundfont: SoundFont) -> dict[int, Audio]:
    """Return a mono recording (frames, 1) for each of the instrument's pitches.

    Each starts at its attack, fades to silence over its second half, and is as loud as the others.
    """
    return {pitch: _one_shot(instrument, pitch, soundfont) for pitch in instrument.pitches}


def _one_shot(instrument: Instrument, pitch: int, soundfont: SoundFont) -> Audio:
    sound = soundfont.note(
        pitch,
        bank=instrument.bank,
        preset=instrument.preset,
        velocity=instrument.velocity,
        seconds=instrument.seconds,
    )
    sound = high_pass(low_pass(sound.mean(axis=1, keepdims=True), instrument.tone), 25)
    half = len(sound) // 2
    sound[half:] *= np.cos(np.linspace(0, np.pi / 2, len(sound) - half))[:, np.newaxis] ** 2
    beginning = sound[: round(SETTLED_SECONDS * SAMPLE_RATE)]
    gain = decibels_to_gain(instrument.loudness - measure_loudness(beginning))
    return np.asarray(sound * gain, np.float32)


def note_name(pitch: int) -> str:
    """Return the name of a MIDI pitch as file names write it: 60 is "C4", 66 "Fs4"."""
    return f"{PITCH_CLASSES[pitch % 12]}{pitch // 12 - 1}"


def one_shot_file(instrument: str, pitch: int) -> str:
    """Return where a recording lies, relative to `static/`."""
    return f"audio/instruments/{instrument}/{note_name(pitch)}.ogg"
