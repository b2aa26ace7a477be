"""What Tone.Sampler is promised of the one-shots."""

import numpy as np
import pytest

from tests.training.studio.shipped import CATALOG, shipped
from training.music.grid import SAMPLE_RATE
from training.studio.instruments import INSTRUMENTS, SETTLED_SECONDS, note_name
from training.studio.mastering import measure_loudness

SAMPLES = [(row["id"], note, file) for row in CATALOG["instruments"] for note, file in row["samples"].items()]
FILES = [(row["loudness"], file) for row in CATALOG["instruments"] for file in row["samples"].values()]


def pitch_of(note: str, pitches: range) -> int:
    return next(pitch for pitch in pitches if note_name(pitch).replace("s", "#") == note)


@pytest.mark.parametrize(("instrument", "note", "file"), SAMPLES)
def test_a_one_shot_sounds_the_pitch_it_is_filed_under(instrument: str, note: str, file: str) -> None:
    pitch = pitch_of(note, INSTRUMENTS[instrument].pitches)
    expected = 440 * 2 ** ((pitch - 69) / 12)
    audio = shipped(file)[:, 0]
    power = np.abs(np.fft.rfft(audio * np.hanning(len(audio)), 8 * len(audio)))
    hertz = np.fft.rfftfreq(8 * len(audio), 1 / SAMPLE_RATE)
    near = (hertz > expected / 1.06) & (hertz < expected * 1.06)  # a semitone to either side
    heard = hertz[near][power[near].argmax()]
    assert 1200 * np.log2(heard / expected) == pytest.approx(0, abs=10)  # cents


@pytest.mark.parametrize(("loudness", "file"), FILES)
def test_one_shots_are_equally_loud(loudness: float, file: str) -> None:
    beginning = shipped(file)[: round(SETTLED_SECONDS * SAMPLE_RATE)]
    assert measure_loudness(beginning) == pytest.approx(loudness, abs=0.5)


@pytest.mark.parametrize("file", [file for _, file in FILES])
def test_a_one_shot_answers_at_once_and_ends_in_silence(file: str) -> None:
    level = np.abs(shipped(file)[:, 0])
    assert np.flatnonzero(level > 0.1 * level.max())[0] < 0.005 * SAMPLE_RATE
    assert level[-100:].max() < 1e-3
