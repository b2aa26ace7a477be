"""Music that the page performs itself: live solos and a hand-written song, note by note in time."""

import json
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pytest
from playwright.sync_api import Response

from tests.e2e.hearing import Match, Samples, decode, find
from tests.e2e.listener import Listener
from tests.e2e.notes import Event, load_samples, perform, solo_events, song_events
from tests.e2e.speakers import Recording
from tests.e2e.station import ROOT
from training.music.grid import STEPS_PER_BAR, steps_to_seconds
from training.music.solo import VOICES

Shelf = dict[str, list[dict[str, Any]]]

BAR: Final = steps_to_seconds(STEPS_PER_BAR)
PHRASE: Final = 3  # bars that are looked for at once
CERTAIN: Final = 25.0  # standard deviations; other notes of the same sounds reach 20
TOGETHER: Final = 0.005  # seconds
LIVE_INSTRUMENTS: Final = dict.fromkeys(VOICES, "rhodes")


def test_a_live_solo_sounds_note_by_note(listener: Listener, shelf: Shelf) -> None:
    solo = play_live(listener, shelf)
    listener.wait(2 * PHRASE * BAR + 2)
    recording = listener.heard()
    for bar in (0, PHRASE):
        match = find_notes(solo_events(solo), LIVE_INSTRUMENTS, recording, shelf, bar=bar)
        assert match.strength > CERTAIN
        assert match.seconds == pytest.approx(0, abs=TOGETHER)
    assert listener.faults == []


def test_new_solo_brings_another_in_its_place(listener: Listener, shelf: Shelf) -> None:
    first = play_live(listener, shelf)
    listener.wait(BAR)
    with listener.page.expect_response(is_solo) as response:
        listener.button("New solo").click()
    second = response.value.json()
    listener.wait(2 * PHRASE * BAR)
    recording = listener.heard()
    kept, new = (
        find_notes(solo_events(solo), LIVE_INSTRUMENTS, recording, shelf, bar=PHRASE)
        for solo in (first, second)
    )
    assert new.strength > CERTAIN
    assert new.seconds == pytest.approx(0, abs=TOGETHER)
    assert new.strength > kept.strength


def test_the_song_sounds_note_by_note(listener: Listener, shelf: Shelf) -> None:
    row = shelf["songs"][0]
    song = json.loads((ROOT / "static" / row["notes"]).read_text())
    prepare(listener, shelf, music=row["label"])
    listener.button("Play").click()
    listener.wait(2 * PHRASE * BAR + 2)
    recording = listener.heard()
    for bar in (0, PHRASE):
        match = find_notes(song_events(song), row["instruments"], recording, shelf, bar=bar)
        assert match.strength > CERTAIN
        assert match.seconds == pytest.approx(0, abs=TOGETHER)
    assert listener.faults == []


def prepare(listener: Listener, shelf: Shelf, *, music: str) -> None:
    """Open the station with some music, and the drums, which tell where the bars are."""
    listener.open()
    listener.choose("Drums", shelf["drums"][0]["label"])
    listener.choose("Music", music)
    listener.silence_all_but("Drums", "Music")


def play_live(listener: Listener, shelf: Shelf) -> dict[str, Any]:
    """Play a live solo; return it."""
    with listener.page.expect_response(is_solo) as response:
        prepare(listener, shelf, music="Live solo")
        listener.button("Play").click()
    solo: dict[str, Any] = response.value.json()
    return solo


def is_solo(response: Response) -> bool:
    return "/api/solo?" in response.url


def find_notes(
    events: Mapping[str, list[Event]],
    instruments: Mapping[str, str],
    recording: Recording,
    shelf: Shelf,
    *,
    bar: int,
) -> Match:
    """Find the notes of a phrase, its place counted from the `bar` that the drums say it is at."""
    rate, begin, end = recording.rate, bar * BAR, (bar + PHRASE) * BAR
    phrase = sum(
        perform(
            events[voice],
            samples_of(shelf, instruments[voice], rate=rate),
            rate=rate,
            between=(begin, end),
        )
        for voice in events
    )
    around = 0.4  # seconds
    due = bar_0_of(recording, shelf) + begin
    part = recording.between(due - around, due + PHRASE * BAR + around)
    match = find(np.asarray(phrase), part.mono, rate=rate, between=(0, 2 * around))
    return Match(part.start + match.seconds - due, match.strength)


def bar_0_of(recording: Recording, shelf: Shelf) -> float:
    """Return when the drums begin, in seconds on the audio context's clock."""
    file = ROOT / "static" / shelf["drums"][0]["file"]
    reference = decode(file, rate=recording.rate)[: 5 * recording.rate]
    match = find(reference, recording.mono, rate=recording.rate, between=(0, 8))
    assert match.strength > CERTAIN
    return recording.start + match.seconds


def samples_of(shelf: Shelf, instrument: str, *, rate: int) -> dict[int, Samples]:
    row = next(row for row in shelf["instruments"] if row["id"] == instrument)
    return load_samples({name: ROOT / "static" / file for name, file in row["samples"].items()}, rate=rate)
