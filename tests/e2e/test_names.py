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


def test_the_keyboard_reaches_play_first_and_plays(listener: Listener) -> None:
    listener.open()
    listener.page.keyboard.press("Tab")
    expect(listener.button("Play")).to_be_focused()
    listener.page.keyboard.press("Enter")
    expect(listener.button("Pause")).to_be_focused()


def test_a_station_that_does_not_open_says_so_and_can_be_opened_again(listener: Listener) -> None:
    listener.page.route("**/api/catalog", lambda route: route.abort(), times=1)
    listener.page.goto(listener.url)
    expect(listener.page.get_by_role("status").filter(has_text="did not open")).to_be_visible()
    expect(listener.page.get_by_text("Tuning in…")).to_be_hidden()
    listener.button("Retry").click()
    expect(listener.button("Play")).to_be_visible()


def test_stillness_is_granted_where_it_is_asked_for(
    listener: Listener, shelf: dict[str, list[dict[str, Any]]]
) -> None:
    listener.page.emulate_media(reduced_motion="reduce")
    listener.open()
    row = shelf["ambience"][0]
    listener.choose("Ambience", row["label"])
    picture = listener.page.get_by_role("img", name=row["scene"]["description"], exact=True)
    expect(picture).to_be_visible()
    shown = picture.evaluate("image => image.currentSrc")
    assert row["scene"]["still"].removesuffix(".png") in shown
    assert shown.endswith(".png")
