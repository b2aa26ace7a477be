"""Play notes on one-shots as the page's Tone.Sampler does, so that both sound alike.

Tone.Sampler takes the nearest recorded pitch, plays it faster or slower with straight lines between
the samples, and on release lets the gain fall exponentially.
"""

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.music.grid import SAMPLE_RATE, steps_to_seconds, swing_delay
from training.music.solo import Note
from training.studio.audio import Audio, add_wrapped, silence
from training.studio.files import read_ogg
from training.studio.instruments import INSTRUMENTS, one_shot_file

# As static/js/engine/note-voice.js sets its samplers, so that a solo sounds the same live.
RELEASE_SECONDS = 0.35
VELOCITY_CURVE = 1.5
_FULL_VELOCITY = 127


def load_one_shots(instrument: str, *, static: Path) -> dict[int, Audio]:
    """Return the shipped recordings (frames, 1) of an instrument by MIDI pitch."""
    pitches = INSTRUMENTS[instrument].pitches
    return {pitch: read_ogg(static / one_shot_file(instrument, pitch)) for pitch in pitches}


def play(
    notes: Iterable[Note],
    one_shots: Mapping[int, Audio],
    *,
    frames: int,
    bpm: float,
    swing: float,
) -> Audio:
    """Return the notes as a stereo loop of `frames`; what rings past its end sounds at its start."""
    loop = silence(frames)
    for note in notes:
        start = note.start + swing_delay(note.start, swing=swing)
        end = note.end + swing_delay(note.end, swing=swing)
        held = steps_to_seconds(end - start, bpm=bpm)
        sound = _sound(note, one_shots, held=held)
        frame = round(steps_to_seconds(start, bpm=bpm) * SAMPLE_RATE)
        add_wrapped(loop, np.repeat(sound, 2, axis=1), frame=frame)
    return loop


def _sound(note: Note, one_shots: Mapping[int, Audio], *, held: float) -> Audio:
    recorded = nearest(note.pitch, one_shots)
    recording = one_shots[recorded][:, 0]
    rate = 2 ** ((note.pitch - recorded) / 12)
    frames = min(int(len(recording) / rate), round((held + RELEASE_SECONDS) * SAMPLE_RATE))
    stretched = np.interp(np.arange(frames) * rate, np.arange(len(recording)), recording)
    level = (note.velocity / _FULL_VELOCITY) ** VELOCITY_CURVE * release_curve(frames, held=held)
    return np.asarray(stretched * level, np.float32)[:, np.newaxis]


def nearest(pitch: int, one_shots: Iterable[int]) -> int:
    """Return the recorded pitch that Tone.Sampler chooses: the nearest, of two the higher."""
    return min(one_shots, key=lambda recorded: (abs(recorded - pitch), -recorded))


def release_curve(frames: int, *, held: float) -> npt.NDArray[np.float64]:
    """Return the gain (frames,) of a note released after `held` seconds.

    Tone's `exponentialApproachValueAtTime`: an exponential of time constant ln(release + 1) / ln 200
    for nine tenths of the release, then a straight line to nothing.
    """
    constant = math.log(RELEASE_SECONDS + 1) / math.log(200)
    bend = 0.9 * RELEASE_SECONDS
    since = np.arange(frames) / SAMPLE_RATE - held
    falling = np.exp(-np.clip(since, 0, bend) / constant)
    return np.asarray(falling * np.clip((RELEASE_SECONDS - since) / (RELEASE_SECONDS - bend), 0, 1))
