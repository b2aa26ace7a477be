"""The drum kits: which key of which SoundFont kit each drum is, and how it is treated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ROOM, JAZZ, BRUSH = 8, 32, 40  # presets of the SoundFont's drum bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Drum:
    """One drum as a sampler's pad holds it."""

    preset: int
    key: int  # General MIDI percussion key
    tuning: float = 0.0  # semitones; old samplers were filled with drums slowed down
    seconds: float = 0.5  # how much of it is kept
    level: float = 0.0  # dB
    pan: float = 0.0  # -1 left to 1 right
    tone: float = 9000.0  # Hz, above which it is dull
    room: float = -60.0  # dB, how much of it is sent to the room


Kit = Mapping[str, Drum]

DUSTY: Final[Kit] = {
    "kick": Drum(preset=JAZZ, key=36, tuning=1, seconds=0.35, level=1, tone=2600),
    "knock": Drum(preset=ROOM, key=36, tuning=-1, seconds=0.25, level=-7, tone=3500),
    "snare": Drum(preset=ROOM, key=38, tuning=-2.5, seconds=0.4, level=0, tone=5200, room=-13),
    "rim": Drum(preset=ROOM, key=37, tuning=-3, seconds=0.2, level=-9, pan=0.15, tone=4500, room=-12),
    "hat": Drum(preset=ROOM, key=42, tuning=-4, seconds=0.14, level=-13, pan=-0.2, tone=7500),
    "open": Drum(preset=ROOM, key=46, tuning=-4, seconds=0.45, level=-17, pan=-0.2, tone=7000),
    "shaker": Drum(preset=ROOM, key=70, tuning=-3, seconds=0.1, level=-13, pan=0.35, tone=7000),
    "tom": Drum(preset=ROOM, key=45, tuning=-3, seconds=0.6, level=-8, pan=0.2, tone=3000, room=-15),
}

BRUSHES: Final[Kit] = {
    "kick": Drum(preset=ROOM, key=36, tuning=-2, seconds=0.45, level=0, tone=1500),
    "slap": Drum(preset=BRUSH, key=39, tuning=-2, seconds=0.4, level=-6, tone=2400, room=-9),
    "tap": Drum(preset=BRUSH, key=38, tuning=-2, seconds=0.4, level=-6, tone=3000, room=-10),
    "swirl": Drum(preset=BRUSH, key=40, tuning=-1, seconds=0.9, level=2, pan=-0.15, tone=3500, room=-14),
    "foot": Drum(preset=JAZZ, key=44, tuning=-3, seconds=0.16, level=-14, pan=-0.25, tone=6500),
    "ride": Drum(preset=JAZZ, key=51, tuning=-3, seconds=1.4, level=-19, pan=0.3, tone=6000, room=-18),
}
