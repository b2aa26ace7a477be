"""Record one solo to a file, outside the catalog."""

from pathlib import Path
from typing import Final

from training.music.solo import Solo
from training.studio.audio import generator_for
from training.studio.files import write_ogg
from training.studio.instruments import INSTRUMENTS
from training.studio.mastering import TARGETS, master
from training.studio.sampler import load_one_shots
from training.studio.solos import render_solo

QUALITY: Final = 5  # Vorbis; it is kept, not streamed


def record(solo: Solo, *, instrument: str, static: Path, to: Path, seed: int) -> None:
    """Write the solo as a seamless Ogg Vorbis loop, as loud as the shipped solos.

    Raises:
        ValueError: when there is no such instrument, or the solo's length is no whole number of frames.
    """
    if instrument not in INSTRUMENTS:
        raise ValueError(f"there is no instrument {instrument!r}: choose one of {', '.join(INSTRUMENTS)}")
    generator = generator_for("record", seed=seed)
    audio = render_solo(solo, load_one_shots(instrument, static=static), generator)
    write_ogg(to, master(audio, loudness=TARGETS["solos"]).audio, generator, quality=QUALITY)
