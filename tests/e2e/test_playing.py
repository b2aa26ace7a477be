"""One long listen from a click on Play: every layer sounds, at its bar, and comes round in time."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.hearing import Match, decode, find, longest_silence
from tests.e2e.listener import Listener
from tests.e2e.speakers import Recording
from tests.e2e.station import ROOT
from training.music.grid import AMBIENCE_BARS, DRUM_BARS, STEPS_PER_BAR, steps_to_seconds

BAR = steps_to_seconds(STEPS_PER_BAR)
QUOTE_AT = 4 * BAR
LISTEN = AMBIENCE_BARS * BAR + 6  # seconds: until the ambience has come round
PROBE = 5.0  # seconds of a file that are looked for
CERTAIN = 25.0  # standard deviations; chance reaches 11
TOGETHER = 0.005  # seconds


@dataclass(frozen=True)
class Listen:
    """What was heard, and what had been chosen."""

    recording: Recording
    faults: list[str]
    files: dict[str, Path]

    def find(self, layer: str, *, after: float, within: float) -> Match:
        """Look for the beginning of a layer's file `after` seconds of the recording."""
        return self.find_file(self.files[layer], after=after, within=within)

    def find_file(self, file: Path, *, after: float, within: float) -> Match:
        """Look for the beginning of any file."""
        rate = self.recording.rate
        reference = decode(file, rate=rate)[: round(PROBE * rate)]
        part = self.recording.mono[round(after * rate) : round((after + within + PROBE) * rate)]
        match = find(reference, part, rate=rate, between=(0, within))
        return Match(after + match.seconds, match.strength)


@pytest.fixture(scope="module")
def listen(chrome: Browser, station: str, shelf: dict[str, list[dict[str, Any]]]) -> Listen:
    chosen = {
        "Drums": shelf["drums"][0],
        "Ambience": shelf["ambience"][0],
        "Quote": shelf["quotes"][0],
        "Music": shelf["solos"][0],
    }
    with chrome.new_context() as context:
        listener = Listener(context.new_page(), station)
        listener.open()
        for layer, row in chosen.items():
            listener.choose(layer, row["label"])
        listener.button("Play").click()
        listener.wait(LISTEN)
        files = {layer: ROOT / "static" / row["file"] for layer, row in chosen.items()}
        return Listen(listener.heard(), list(listener.faults), files)


@pytest.fixture(scope="module")
def bar_0(listen: Listen) -> float:
    """Where bar 0 sounds, in seconds of the recording: where the drums begin."""
    match = listen.find("Drums", after=0, within=8)
    assert match.strength > CERTAIN
    return match.seconds


def test_nothing_is_thrown_missing_or_blocked(listen: Listen) -> None:
    assert listen.faults == []


@pytest.mark.parametrize(
    ("layer", "seconds"),
    [
        ("Ambience", 0),
        ("Music", 0),
        ("Quote", QUOTE_AT),
        ("Drums", DRUM_BARS * BAR),
        ("Ambience", AMBIENCE_BARS * BAR),
    ],
)
def test_each_layer_sounds_on_its_bar(listen: Listen, bar_0: float, layer: str, seconds: float) -> None:
    match = listen.find(layer, after=bar_0 + max(0, seconds - 0.5), within=1)
    assert match.strength > CERTAIN
    assert match.seconds == pytest.approx(bar_0 + seconds, abs=TOGETHER)


def test_what_was_not_chosen_does_not_sound(
    listen: Listen, bar_0: float, shelf: dict[str, list[dict[str, Any]]]
) -> None:
    for row in (shelf["drums"][1], shelf["ambience"][1], shelf["solos"][1]):
        match = listen.find_file(ROOT / "static" / row["file"], after=bar_0, within=1)
        assert match.strength < CERTAIN, row["id"]


def test_there_is_no_hole(listen: Listen, bar_0: float) -> None:
    rate = listen.recording.rate
    assert longest_silence(listen.recording.mono[round((bar_0 + BAR) * rate) :], rate=rate) < 0.3


def test_no_sample_clips(listen: Listen) -> None:
    assert abs(listen.recording.samples).max() < 0.999
