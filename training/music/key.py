"""Keys and the one key the models know: C major with its relative, A minor.

Scores are moved there to be learnt from, solos are moved away from there to be heard. A shift is the
semitones from C major or A minor up to the sounding key, -5 to 6.
"""

from typing import Final

from training.music.chords import FLAT_NAMES, PITCH_CLASSES, SHARP_NAMES

SCALE: Final = frozenset({0, 2, 4, 5, 7, 9, 11})  # pitch classes of C major and A minor
SHARP_KEYS: Final = frozenset({7, 2, 9, 4, 11})  # tonics of the major keys with sharps, F# left to the flats
HOME: Final = {"major": 0, "minor": 9}  # pitch class of the tonic in the models' key


def tonic_to_shift(tonic: int, mode: str) -> int:
    """Return the shift of the key with this pitch class as tonic; mode is `major` or `minor`."""
    return (tonic - HOME[mode] + 5) % 12 - 5


def key_to_shift(key: str) -> int:
    """Return the shift of a key by name, such as `Eb major`.

    Raises:
        ValueError: when the name is not a tonic and a mode.
    """
    tonic, _, mode = key.partition(" ")
    if tonic not in PITCH_CLASSES or mode not in HOME:
        raise ValueError(f"cannot read the key {key!r}: expected a tonic and a mode, as in 'Eb major'")
    return tonic_to_shift(PITCH_CLASSES[tonic], mode)


def shift_to_key(shift: int, mode: str) -> str:
    """Return the name of a key, spelled as its key signature is."""
    names = SHARP_NAMES if has_sharps(shift) else FLAT_NAMES
    return f"{names[(shift + HOME[mode]) % 12]} {mode}"


def has_sharps(shift: int) -> bool:
    """Return whether the key signature has sharps: one of G, D, A, E, B major or their relatives."""
    return shift % 12 in SHARP_KEYS
