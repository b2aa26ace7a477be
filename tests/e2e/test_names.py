"""Controls are found by the names that docs promise, and each does what its name says."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.listener import Listener

SLIDERS = [f"{name} volume" for name in ("Master", "Drums", "Ambience", "Quote", "Music")]


def test_buttons_and_sliders_have_their_names(listener: Listener) -> None:
    listener.open()
    for name in ("Play", "New solo"):
        expect(listener.button(name)).to_be_visible()
    for name in SLIDERS:
        expect(listener.page.get_by_role("slider", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("group", "shelves"),
    [
        ("Drums", ["drums"]),
        ("Ambience", ["ambience"]),
        ("Quote", ["quotes"]),
        ("Music", ["solos", "songs"]),
    ],
)
def test_everything_on_the_shelf_can_be_chosen(
    listener: Listener, shelf: dict[str, list[dict[str, Any]]], group: str, shelves: list[str]
) -> None:
    listener.open()
    options = listener.page.get_by_role("radiogroup", name=group, exact=True)
    for label in (row["label"] for name in shelves for row in shelf[name]):
        listener.choose(group, label)
        expect(options.get_by_role("radio", checked=True)).to_have_accessible_name(label)


def test_music_stands_under_its_headings(listener: Listener) -> None:
    listener.open()
    music = listener.page.get_by_role("radiogroup", name="Music", exact=True)
    expect(music.get_by_role("heading", name="AI solos")).to_be_visible()
    expect(music.get_by_role("heading", name="Songs")).to_be_visible()


def test_play_becomes_pause_and_back(listener: Listener) -> None:
    listener.open()
    listener.button("Play").click()
    listener.button("Pause").click()
    expect(listener.button("Play")).to_be_visible()


def test_the_scene_follows_the_ambience(listener: Listener, shelf: dict[str, list[dict[str, Any]]]) -> None:
    listener.open()
    for row in shelf["ambience"]:
        listener.choose("Ambience", row["label"])
        stem = row["scene"]["webp"].removesuffix(".webp")
        expect(listener.page.locator(f'img[src*="{stem}"]')).to_be_visible()
