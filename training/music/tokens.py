"""Melody as events: the one door between notes and what the model reads and writes.

An event is a duration of 1 to 16 steps and a kind: a pitch, a rest, or a tie that prolongs the note
before it. Events lie end to end, so a melody is known by its events alone. Duration 0 is the end token;
its kind is `END`. Before the first event the model sees `START`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note

LONGEST: Final = STEPS_PER_BAR  # steps
DURATIONS: Final = LONGEST + 1  # vocabulary size: the end token and 1 to 16 steps

LOWEST_PITCH: Final = 36
HIGHEST_PITCH: Final = 96
REST: Final = HIGHEST_PITCH - LOWEST_PITCH + 1
TIE: Final = REST + 1
START: Final = REST + 2
END: Final = REST + 3
KINDS: Final = REST + 4  # vocabulary size

END_DURATION: Final = 0


class Event(NamedTuple):
    """One event: how long, in steps, and what."""

    duration: int
    kind: int


END_EVENT: Final = Event(END_DURATION, END)


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


def notes_to_events(notes: Iterable[Note]) -> list[Event]:
    """Write a monophonic melody as events, from step 0 to the end of its last note, then the end token.

    Where notes overlap the later onset wins.
    """
    ordered = sorted(notes)
    events: list[Event] = []
    now = 0
    for number, note in enumerate(ordered):
        stop = note.end
        if number + 1 < len(ordered):
            stop = min(stop, ordered[number + 1].start)
        if stop <= max(now, note.start):
            continue
        events += _stretch(REST, REST, note.start - now)
        events += _stretch(pitch_to_kind(note.pitch), TIE, stop - note.start)
        now = stop
    return [*events, END_EVENT]


def events_to_notes(events: Sequence[Event], *, velocity: int = 64) -> list[Note]:
    """Read events back into notes, all at one velocity; the inverse of `notes_to_events`."""
    notes: list[Note] = []
    now = 0
    for duration, kind in events:
        if kind == END:
            break
        if kind == TIE and notes and notes[-1].end == now:
            last = notes.pop()
            notes.append(Note(last.start, last.pitch, last.length + duration, last.velocity))
        elif kind < REST:
            notes.append(Note(now, kind_to_pitch(kind), duration, velocity))
        now += duration
    return notes


def _stretch(first: int, following: int, steps: int) -> Iterator[Event]:
    """Cut `steps` into events no longer than LONGEST, the first of kind `first`."""
    kind = first
    while steps > 0:
        yield Event(min(steps, LONGEST), kind)
        steps -= LONGEST
        kind = following
