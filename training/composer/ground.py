"""What an accompanying voice stands on: the chords with their changes, and the melody above."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from training.music.chords import Chord
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BEAT
from training.music.solo import Note
from training.music.tokens import LONGEST

NO_ONSET: Final = LONGEST + 1
GAPS: Final = LONGEST + 2  # steps until the next onset, 0 to 16, or none so near
NO_CHANGE: Final = 12
ROOT_STEPS: Final = 13  # semitones up from this chord's bass to the next one's, or no chord after


class Stretch(NamedTuple):
    """A chord with the steps it lasts, within one bar."""

    chord: Chord
    start: int
    end: int


class Ground:
    """Chords, one a beat, and a melody, ready to be asked about any step."""

    def __init__(self, chords: Sequence[Chord], melody: Sequence[Note]) -> None:
        self.stretches = chord_stretches(chords)
        self.steps = len(chords) * STEPS_PER_BEAT
        self._index = [number for number, stretch in enumerate(self.stretches) for _ in range(*stretch[1:])]
        self.melody_gaps = gaps([note.start for note in melody], self.steps)
        self._sounds = [0] * (self.steps + 1)
        for note in melody:
            for step in range(note.start, min(note.end, self.steps)):
                self._sounds[step] = 1

    def at(self, step: int) -> Stretch:
        """Return the chord that lies under a step."""
        return self.stretches[self._index[min(step, self.steps - 1)]]

    def after(self, step: int) -> Chord | None:
        """Return the chord that follows the one under a step."""
        number = self._index[min(step, self.steps - 1)] + 1
        return self.stretches[number].chord if number < len(self.stretches) else None

    def columns(self, step: int) -> list[int]:
        """Return steps to the change, how far the bass then moves, the melody's gap and whether it sounds."""
        chord, _, end = self.at(step)
        following = self.after(step)
        moves = NO_CHANGE if following is None else (following.bass - chord.bass) % 12
        return [max(0, end - step), moves, self.melody_gaps[step], self._sounds[step]]


GROUND_COLUMNS: Final = (
    ("to_change", LONGEST + 1),
    ("root_step", ROOT_STEPS),
    ("melody_gap", GAPS),
    ("melody_sounds", 2),
)


def chord_stretches(chords: Sequence[Chord]) -> list[Stretch]:
    """Join equal beats into stretches that never cross a bar line; `chords` is one a beat."""
    per_bar = [(beat // BEATS_PER_BAR, chord) for beat, chord in enumerate(chords)]
    stretches, beat = [], 0
    for (_, chord), run in groupby(per_bar):
        beats = len(list(run))
        stretches.append(Stretch(chord, beat * STEPS_PER_BEAT, (beat + beats) * STEPS_PER_BEAT))
        beat += beats
    return stretches


def gaps(onsets: Sequence[int], steps: int) -> list[int]:
    """Return (steps + 1) distances from each step to the next onset at or after it, NO_ONSET past a bar."""
    row, starts = [NO_ONSET] * (steps + 1), set(onsets)
    for step in range(steps - 1, -1, -1):
        row[step] = 0 if step in starts else min(row[step + 1] + 1, NO_ONSET)
    return row


def tones_above(chord: Chord | None, root: int) -> list[float]:
    """Return twelve flags: which pitch classes, counted up from `root`, the chord has."""
    present = set() if chord is None else {(tone - root) % 12 for tone in chord.pitch_classes}
    return [float(tone in present) for tone in range(12)]
