"""Dynamics: how loud each note of a melody is, from where it stands and a little chance."""

from collections.abc import Sequence
from dataclasses import replace
from math import pi, sin
from random import Random
from typing import Final

from training.music.form import Phrase
from training.music.grid import STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.solo import Note

SOFTEST: Final = 50
LOUDEST: Final = 92
MIDDLE: Final = 66


def shape(melody: Sequence[Note], *, form: Sequence[Phrase], random: Random) -> list[Note]:
    """Give a melody its velocities: phrases swell and fade, beats are leant on, high notes sing out."""
    if not melody:
        return []
    centre = sum(note.pitch for note in melody) / len(melody)
    shaped = []
    for note in melody:
        bar = note.start // STEPS_PER_BAR
        phrase = next(phrase for phrase in form if phrase.start <= bar < phrase.start + phrase.bars)
        through = (note.start / STEPS_PER_BAR - phrase.start) / phrase.bars  # 0 to 1
        swell = 9 * sin(pi * through)
        accent = 5 if note.start % STEPS_PER_BEAT == 0 else -4 if note.start % 2 else 0
        sing = 0.5 * (note.pitch - centre)
        velocity = MIDDLE + swell + accent + sing + 8 * (random.random() - 0.5)
        shaped.append(replace(note, velocity=min(max(round(velocity), SOFTEST), LOUDEST)))
    return shaped
