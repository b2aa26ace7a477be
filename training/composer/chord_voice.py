"""Progressions as their model sees them: a chord is a root in the key and a quality."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.composer.scheme import Line, Scheme
from training.composer.writing import Allowed, Bounds
from training.music.chords import QUALITIES, Chord
from training.music.form import Phrase
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.key import HOME
from training.music.tokens import Alphabet, Event, Span

NAMES: Final = tuple(QUALITIES)
CHORDS: Final = Alphabet(12 * len(NAMES))
MODES: Final = tuple(HOME)
HARMONY: Final = Scheme("chords", CHORDS, extra=(("mode", len(MODES)),), dense=1)
# Symbols with more than a triad, as nearly all chords of the style are; the songs hardly know others.
RICH: Final = np.array([len(QUALITIES[name]) > 3 for _ in range(12) for name in NAMES])
NO_DENSE: Final = np.zeros(1, np.float32)  # a progression has no features that are not one-hot


class ChordReader:
    """A progression in the making, and what is seen before each of its chords."""

    def __init__(self, *, mode: str, form: Sequence[Phrase], bars: int, style: str) -> None:
        self.line = Line(CHORDS, form=form, bars=bars, style=style)
        self._mode = MODES.index(mode)

    def write(self, event: Event) -> None:
        """Append one event."""
        self.line.write(event)

    def features(self) -> tuple[list[int], NDArray[np.float32]]:
        """Return what the model sees now: the scheme's columns, and the dense features."""
        return [*self.line.columns(), self._mode], NO_DENSE


class ChordBounds(Bounds):
    """Whole and half bars only, no silence, a sixth or seventh in every chord, and home in the last bar."""

    def __init__(self, *, mode: str, steps: int) -> None:
        self._home = HOME[mode] * len(NAMES)
        self._last_bar = steps - STEPS_PER_BAR

    def durations(self, step: int, allowed: Allowed) -> Allowed:
        """Return the durations allowed: to the end of the bar, or its first half."""
        left = STEPS_PER_BAR - step % STEPS_PER_BAR
        halves = {left} if step >= self._last_bar else {left, STEPS_PER_BAR // 2}
        return allowed & np.isin(np.arange(len(allowed)), sorted(halves))

    def kinds(self, step: int, duration: int, allowed: Allowed) -> Allowed:  # noqa: ARG002
        """Return the kinds allowed: chords, at the end the tonic's."""
        allowed[CHORDS.symbols :] = False
        allowed[: CHORDS.symbols] &= RICH
        if step >= self._last_bar:
            allowed[: self._home] = allowed[self._home + len(NAMES) :] = False
        return allowed


def chord_spans(chords: Sequence[Chord | None]) -> list[Span]:
    """Write chords, one a beat, as spans that end with their bar; beats without a chord are left out."""
    per_bar = [(beat // BEATS_PER_BAR, chord) for beat, chord in enumerate(chords)]
    spans, beat = [], 0
    for (_, chord), run in groupby(per_bar):
        beats = len(list(run))
        if chord is not None:
            spans.append(Span(beat * STEPS_PER_BEAT, beats * STEPS_PER_BEAT, chord_symbol(chord)))
        beat += beats
    return spans


def chord_symbol(chord: Chord) -> int:
    """Return the symbol of the chord, or of the quality nearest to it."""
    tones = {step % 12 for step in chord.intervals}

    def distance(name: str) -> int:
        return len(tones ^ {step % 12 for step in QUALITIES[name]})

    return chord.root * len(NAMES) + NAMES.index(min(NAMES, key=distance))


def symbol_chord(symbol: int) -> Chord:
    """Return the chord of a symbol."""
    root, quality = divmod(symbol, len(NAMES))
    return Chord(root, QUALITIES[NAMES[quality]], root, NAMES[quality])
