"""A sound that cannot be had is told by name, and the rest plays."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.hearing import decode, find
from tests.e2e.listener import Listener
from tests.e2e.station import ROOT

Shelf = dict[str, list[dict[str, Any]]]
Failure = Callable[[Route], None]


def not_found(route: Route) -> None:
    route.fulfill(status=404, body="gone")


def cut_off(route: Route) -> None:
    route.abort()


def torn(route: Route) -> None:
    route.fulfill(status=200, body="not a sound", content_type="audio/ogg")


@pytest.mark.parametrize("failure", [not_found, cut_off, torn])
def test_a_missing_sound_is_named_and_the_rest_plays(
    listener: Listener, shelf: Shelf, failure: Failure
) -> None:
    drums = shelf["drums"][0]
    listener.page.route("**/audio/drums/**", failure)
    listener.open()
    listener.choose("Drums", drums["label"])
    assert_told_while_the_rest_plays(listener, shelf["ambience"][0], told=drums["label"])


def test_a_solo_that_cannot_be_composed_is_told_and_the_rest_plays(listener: Listener, shelf: Shelf) -> None:
    error = {"code": "no_composer", "message": "There is no composer.", "hint": "Bring one."}
    listener.page.route("**/api/solo?*", lambda route: route.fulfill(status=503, json={"error": error}))
    listener.open()
    listener.choose("Music", "Live solo")
    assert_told_while_the_rest_plays(listener, shelf["ambience"][0], told="There is no composer")


def assert_told_while_the_rest_plays(listener: Listener, ambience: dict[str, Any], *, told: str) -> None:
    listener.choose("Ambience", ambience["label"])
    listener.button("Play").click()
    expect(listener.page.get_by_role("status").filter(has_text=told)).to_be_visible()
    listener.wait(5)
    recording = listener.heard()
    reference = decode(ROOT / "static" / ambience["file"], rate=recording.rate)
    probe = reference[: 2 * recording.rate]
    assert find(probe, recording.mono, rate=recording.rate, between=(0, 3)).strength > 25
    assert not [fault for fault in listener.faults if fault.startswith("thrown")]
