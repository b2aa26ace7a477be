"""Play a drum loop: eight bars, exactly, whose last decay rings into the first beat."""

import numpy as np

from training.music.grid import (
    BPM,
    DRUM_BARS,
    SAMPLE_RATE,
    bars_to_frames,
    steps_to_seconds,
    swing_delay,
)
from training.studio.audio import Audio, add_wrapped, decibels_to_gain, panned, silence
from training.studio.drums.kits import Drum
from training.studio.drums.loops import DrumLoop
from training.studio.drums.pattern import LOUDEST, Hit, read_form
from training.studio.filters import high_pass, low_pass
from training.studio.room import room
from training.studio.soundfont import SoundFont
from training.studio.tape import saturate, wow_and_flutter
from training.studio.vinyl import vinyl

LOOSE_SECONDS = 0.0025  # standard deviation of a drummer's timing
LOOSE_LEVEL = 0.06  # and of the strength of a stroke, as a share of it
_FULL_VELOCITY = 112  # of the SoundFont's drums; above it they are hit harder than lofi wants


def render_loop(loop: DrumLoop, soundfont: SoundFont, generator: np.random.Generator) -> Audio:
    """Return the loop as audio: strokes, room, tape and dust; seamless, not yet levelled."""
    frames = bars_to_frames(DRUM_BARS)
    dry, sent = silence(frames), silence(frames)
    for hit in read_form(loop.bars, loop.form):
        drum = loop.kit[hit.drum]
        stroke = _strike(drum, hit, soundfont, generator)
        frame = _onset_frame(hit, loop, generator)
        add_wrapped(dry, stroke, frame=frame)
        add_wrapped(sent, stroke * np.float32(decibels_to_gain(drum.room)), frame=frame)
    echo = room(sent, generator, seconds=0.45, wet=0, damping=4000) - sent
    played = saturate(dry + echo, drive=loop.drive)
    played = wow_and_flutter(played, generator, wow_cents=4, flutter_cents=2)
    played += vinyl(frames, generator, level=loop.dust)
    return high_pass(low_pass(played, loop.tone), 32)


def _strike(drum: Drum, hit: Hit, soundfont: SoundFont, generator: np.random.Generator) -> Audio:
    strength = hit.level / LOUDEST * (1 + LOOSE_LEVEL * generator.standard_normal())
    velocity = int(np.clip(round(_FULL_VELOCITY * strength), 1, 127))
    sound = soundfont.note(
        drum.key,
        bank=128,
        preset=drum.preset,
        velocity=velocity,
        seconds=drum.seconds,
        tuning=drum.tuning,
    )
    # A soft stroke is duller as well as quieter, which the SoundFont's drums are not.
    sound = low_pass(sound, drum.tone * (0.45 + 0.55 * strength), order=1)
    return panned(sound, pan=drum.pan) * np.float32(decibels_to_gain(drum.level))


def _onset_frame(hit: Hit, loop: DrumLoop, generator: np.random.Generator) -> int:
    swung = hit.step + swing_delay(hit.step, swing=loop.swing)
    late = loop.late.get(hit.drum, 0) / 1000 + LOOSE_SECONDS * generator.standard_normal()
    return round((steps_to_seconds(swung, bpm=BPM) + late) * SAMPLE_RATE)
