"""A voice as events: the one door between what stands on the grid and what a model reads and writes.

An event is a duration of 1 to 16 steps and a kind: a symbol of the voice's alphabet, a rest, or a tie that
prolongs the event before it. Events lie end to end, so a voice is known by its events alone. Duration 0 is
the end token; its kind is the alphabet's `end`. Before the first event a model sees `start`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note

LONGEST: Final = STEPS_PER_BAR  # steps
DURATIONS: Final = LONGEST + 1  # vocabulary size: the end token and 1 to 16 steps
END_DURATION: Final = 0

LOWEST_PITCH: Final = 36
HIGHEST_PITCH: Final = 96


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The kinds of a voice: its symbols from 0 on, then rest, tie, start and end."""

    symbols: int

    @property
    def rest(self) -> int:
        """Silence."""
        return self.symbols

    @property
    def tie(self) -> int:
        """More of the event before."""
        return self.symbols + 1

    @property
    def start(self) -> int:
        """Nothing yet."""
        return self.symbols + 2

    @property
    def end(self) -> int:
        """Nothing more."""
        return self.symbols + 3

    @property
    def size(self) -> int:
        """How many kinds there are."""
        return self.symbols + 4


PITCHES: Final = Alphabet(HIGHEST_PITCH - LOWEST_PITCH + 1)  # a melody's


class Event(NamedTuple):
    """One event: how long, in steps, and what."""

    duration: int
    kind: int


class Span(NamedTuple):
    """One symbol on the grid: from which step, for how many, and which."""

    start: int
    length: int
    symbol: int


def spans_to_events(spans: Iterable[Span], alphabet: Alphabet, *, steps: int = 0) -> list[Event]:
    """Write spans as events from step 0 to the end of the last, or to `steps` if later, then the end token.

    Where spans overlap the later onset wins.
    """
    ordered = sorted(spans)
    events: list[Event] = []
    now = 0
    for number, span in enumerate(ordered):
        stop = span.start + span.length
        if number + 1 < len(ordered):
            stop = min(stop, ordered[number + 1].start)
        if stop <= max(now, span.start):
            continue
        events += _stretch(alphabet.rest, alphabet.rest, span.start - now)
        events += _stretch(span.symbol, alphabet.tie, stop - span.start)
        now = stop
    events += _stretch(alphabet.rest, alphabet.rest, steps - now)
    return [*events, Event(END_DURATION, alphabet.end)]


def events_to_spans(events: Sequence[Event], alphabet: Alphabet) -> list[Span]:
    """Read events back into spans; the inverse of `spans_to_events`."""
    spans: list[Span] = []
    now = 0
    for duration, kind in events:
        if kind == alphabet.end:
            break
        if kind == alphabet.tie and spans and sum(spans[-1][:2]) == now:
            last = spans.pop()
            spans.append(Span(last.start, last.length + duration, last.symbol))
        elif kind < alphabet.symbols:
            spans.append(Span(now, duration, kind))
        now += duration
    return spans


def notes_to_events(notes: Iterable[Note]) -> list[Event]:
    """Write a monophonic melody as events, up to the end of its last note."""
    spans = [Span(note.start, note.length, pitch_to_kind(note.pitch)) for note in notes]
    return spans_to_events(spans, PITCHES)


def events_to_notes(events: Sequence[Event], *, velocity: int = 64) -> list[Note]:
    """Read events back into notes, all at one velocity; the inverse of `notes_to_events`."""
    spans = events_to_spans(events, PITCHES)
    return [Note(span.start, kind_to_pitch(span.symbol), span.length, velocity) for span in spans]


def pitch_to_kind(pitch: int) -> int:
    """Return the kind token of a MIDI pitch.

    Raises:
        ValueError: outside MIDI 36 to 96.
    """
    if not LOWEST_PITCH <= pitch <= HIGHEST_PITCH:
        raise ValueError(
            f"pitch {pitch} is outside the melody's {LOWEST_PITCH} to {HIGHEST_PITCH} (MIDI numbers)"
        )
    return pitch - LOWEST_PITCH


def kind_to_pitch(kind: int) -> int:
    """Return the MIDI pitch of a kind token that is a pitch."""
    return kind + LOWEST_PITCH


def _stretch(first: int, following: int, steps: int) -> Iterator[Event]:
    """Cut `steps` into events no longer than LONGEST, the first of kind `first`."""
    kind = first
    while steps > 0:
        yield Event(min(steps, LONGEST), kind)
        steps -= LONGEST
        kind = following
