"""The station's time grid: 4/4, sixteen steps to the bar, and the lengths that follow from it."""

from typing import Final

BEATS_PER_BAR: Final = 4
STEPS_PER_BEAT: Final = 4
STEPS_PER_BAR: Final = BEATS_PER_BAR * STEPS_PER_BEAT

BPM: Final = 75  # beats per minute, the tempo every shipped file is rendered at
SAMPLE_RATE: Final = 44_100  # Hz; one beat at 75 BPM is then 35,280 frames exactly

DRUM_BARS: Final = 8
AMBIENCE_BARS: Final = 12
SOLO_BARS: Final = 30


def steps_to_seconds(steps: float, *, bpm: float = BPM) -> float:
    """Return how long `steps` sixteenths last, in seconds."""
    return steps * 60 / (bpm * STEPS_PER_BEAT)


def bars_to_frames(bars: int, *, bpm: int = BPM, sample_rate: int = SAMPLE_RATE) -> int:
    """Return the length of `bars` bars in audio frames.

    Raises:
        ValueError: when the length is not a whole number of frames, as a loop of it would drift.
    """
    frames, rest = divmod(bars * BEATS_PER_BAR * 60 * sample_rate, bpm)
    if rest:
        raise ValueError(
            f"{bars} bars at {bpm} BPM are not a whole number of frames at {sample_rate} Hz; "
            f"choose a tempo that divides {BEATS_PER_BAR * 60 * sample_rate}"
        )
    return frames


def swing_delay(step: int, *, swing: float) -> float:
    """Return how late an onset on `step` sounds, in steps (0 to 0.5).

    `swing` is the share of each pair of sixteenths that its first one takes: 0.5 is straight,
    2/3 a triplet. Only the second sixteenth of a pair moves.
    """
    return (2 * swing - 1) if step % 2 else 0.0
