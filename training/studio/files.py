"""Write and read the shipped audio files: Ogg Vorbis, 44.1 kHz, frame for frame."""

import warnings
from pathlib import Path

import imageio_ffmpeg
import numpy as np

from training.music.grid import SAMPLE_RATE
from training.studio.audio import Audio

with warnings.catch_warnings():
    # pydub looks for ffmpeg on the PATH while it is imported; it is given one just below.
    warnings.filterwarnings("ignore", message="Couldn't find ffmpeg", category=RuntimeWarning)
    # pydub uses audioop, which Python 3.13 drops and the studio's requirements then bring back.
    warnings.filterwarnings("ignore", message="'audioop' is deprecated", category=DeprecationWarning)
    # pydub's regular expressions are not raw strings.
    warnings.filterwarnings("ignore", message="invalid escape sequence", category=SyntaxWarning)
    from pydub import AudioSegment

AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()

_FULL_SCALE = 2**15
_SAME_BYTES_EVERY_TIME = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]


def write_ogg(path: Path, audio: Audio, generator: np.random.Generator, *, quality: float) -> None:
    """Write `audio` (frames, 1 or 2 channels) as Ogg Vorbis, exactly as many frames.

    `quality` is Vorbis' own, -1 to 10 (3 is about 112 kbit/s). The rounding to 16 bits is hidden by
    triangular dither from `generator`. Written aside and renamed, so no half file is ever seen.

    Raises:
        ValueError: when the file does not decode to as many frames.
    """
    dither = generator.random(audio.shape) - generator.random(audio.shape)
    steps = np.clip(np.rint(audio * (_FULL_SCALE - 1) + dither), -_FULL_SCALE, _FULL_SCALE - 1)
    segment = AudioSegment(
        steps.astype("<i2").tobytes(),
        sample_width=2,
        frame_rate=SAMPLE_RATE,
        channels=audio.shape[1],
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    options = ["-q:a", str(quality), *_SAME_BYTES_EVERY_TIME]
    segment.export(aside, format="ogg", codec="libvorbis", parameters=options).close()
    kept = len(read_ogg(aside))
    if kept != len(audio):
        aside.unlink()
        raise ValueError(
            f"{path.name}: Vorbis lost {len(audio) - kept} of {len(audio)} frames, as it does with "
            "sounds much shorter than a second; lengthen it with silence"
        )
    aside.replace(path)


def read_ogg(path: Path) -> Audio:
    """Return the decoded audio (frames, channels) of an Ogg Vorbis file.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    # Naming the decoder spares pydub the question to ffprobe, which imageio-ffmpeg does not carry.
    segment = AudioSegment.from_file(path, format="ogg", codec="libvorbis")
    samples = np.array(segment.get_array_of_samples(), np.float32) / _FULL_SCALE
    return np.asarray(samples.reshape(-1, segment.channels), np.float32)
