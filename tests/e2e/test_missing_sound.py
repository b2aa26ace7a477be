"""A sound that cannot be had is told by name, and the rest plays."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.hearing import decode, find
from tests.e2e.listener import Listener
from tests.e2e.station import ROOT


def not_found(route: Route) -> None:
    route.fulfill(status=404, body="gone")


def cut_off(route: Route) -> None:
    route.abort()


def torn(route: Route) -> None:
    route.fulfill(status=200, body="not a sound", content_type="audio/ogg")


@pytest.mark.parametrize("failure", [not_found, cut_off, torn])
def test_a_missing_sound_is_named_and_the_rest_plays(
    listener: Listener, shelf: dict[str, list[dict[str, Any]]], failure: Any
) -> None:
    drums, ambience = shelf["drums"][0], shelf["ambience"][0]
    listener.page.route("**/audio/drums/**", failure)
    listener.open()
    listener.choose("Drums", drums["label"])
    listener.choose("Ambience", ambience["label"])
    listener.button("Play").click()
    expect(listener.page.get_by_role("alert")).to_contain_text(drums["label"])
    listener.wait(6)
    recording = listener.heard()

    reference = decode(ROOT / "static" / ambience["file"], rate=recording.rate)
    probe = reference[: 3 * recording.rate]
    match = find(probe, recording.mono, rate=recording.rate, between=(0, 3))
    assert match.strength > 20
    assert not [fault for fault in listener.faults if fault.startswith("thrown")]
