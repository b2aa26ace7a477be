"""Notes and events are two spellings of one melody."""

import pytest

from training.music.solo import Note
from training.music.tokens import (
    END_DURATION,
    LONGEST,
    PITCHES,
    Alphabet,
    Span,
    events_to_notes,
    events_to_spans,
    notes_to_events,
    pitch_to_kind,
    spans_to_events,
)


@pytest.mark.parametrize(
    "melody",
    [
        [],
        [Note(0, 60, 4, 64)],
        [Note(6, 60, 2, 64), Note(8, 62, 2, 64)],
        [Note(0, 60, 40, 64), Note(90, 36, 1, 64)],
        [Note(0, 60, 16, 64), Note(16, 60, 16, 64)],  # the same pitch twice is no tie
        [Note(33, 96, 3, 64), Note(37, 96, 17, 64)],
    ],
    ids=len,
)
def test_melodies_survive_the_round_trip(melody: list[Note]) -> None:
    events = notes_to_events(melody)
    assert events[-1] == (END_DURATION, PITCHES.end)
    assert all(1 <= event.duration <= LONGEST for event in events[:-1])
    assert events_to_notes(events) == melody


def test_long_notes_are_tied_and_long_rests_repeated() -> None:
    events = notes_to_events([Note(20, 60, 20, 64)])
    assert [tuple(event) for event in events[:-1]] == [
        (16, PITCHES.rest),
        (4, PITCHES.rest),
        (16, 24),
        (4, PITCHES.tie),
    ]


def test_of_overlapping_notes_the_later_onset_wins() -> None:
    melody = events_to_notes(notes_to_events([Note(0, 60, 8, 64), Note(4, 62, 4, 64)]))
    assert [(note.start, note.pitch, note.length) for note in melody] == [(0, 60, 4), (4, 62, 4)]


@pytest.mark.parametrize("pitch", [35, 97])
def test_pitches_out_of_range_are_refused(pitch: int) -> None:
    with pytest.raises(ValueError, match=f"pitch {pitch} is outside"):
        pitch_to_kind(pitch)


def test_any_voice_survives_the_round_trip_and_fills_its_bars() -> None:
    alphabet = Alphabet(3)
    spans = [Span(2, 4, 0), Span(6, 20, 2), Span(40, 1, 1)]
    events = spans_to_events(spans, alphabet, steps=64)
    assert sum(event.duration for event in events) == 64
    assert events_to_spans(events, alphabet) == spans
