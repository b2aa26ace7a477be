"""Pause silences the station, and Play goes on from there."""

from typing import Any

import pytest

from tests.e2e.hearing import decode, find
from tests.e2e.listener import Listener
from tests.e2e.station import ROOT

PROBE = 3.0  # seconds of the recording that are looked for in the drums' file
FADE = 0.5  # seconds in which a pause may fade, and by which Play may go on earlier or later


def test_pause_silences_and_play_goes_on(listener: Listener, shelf: dict[str, list[dict[str, Any]]]) -> None:
    drums = shelf["drums"][0]
    listener.open()
    listener.choose("Drums", drums["label"])
    listener.silence_all_but("Drums")
    listener.button("Play").click()
    listener.wait(6)
    listener.button("Pause").click()
    paused = listener.clock()
    listener.wait(2)
    listener.button("Play").click()
    resumed = listener.clock()
    listener.wait(5)
    recording = listener.heard()

    assert abs(recording.between(paused + 2 * FADE, resumed).samples).max() < 1e-4
    loop = decode(ROOT / "static" / drums["file"], rate=recording.rate)

    def place(begin: float) -> float:
        """Return where in the drums' file the sound at a moment stands, in seconds."""
        heard = recording.between(begin, begin + PROBE).mono
        match = find(heard, loop, rate=recording.rate, between=(0, drums["seconds"] - PROBE))
        assert match.strength > 20
        return match.seconds

    begin = paused - PROBE - FADE
    before = place(begin) + paused - begin
    after = place(resumed + FADE) - FADE
    assert after == pytest.approx(before, abs=FADE)
