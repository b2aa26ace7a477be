"""Drum rows are read as written, and the shipped loops are what they play."""

import numpy as np
import pytest

from tests.training.studio.shipped import CATALOG, shipped
from training.music.grid import DRUM_BARS
from training.studio.audio import Audio, generator_for
from training.studio.drums.loops import LOOPS, DrumLoop
from training.studio.drums.pattern import Hit, read_bar, read_form
from training.studio.drums.render import render_loop
from training.studio.mastering import TARGETS, master
from training.studio.soundfont import SoundFont, load_soundfont

FIRST = "boom-bap"


@pytest.fixture(scope="module")
def soundfont() -> SoundFont:
    return load_soundfont()


@pytest.fixture(scope="module")
def rendered(soundfont: SoundFont) -> Audio:
    return render_loop(LOOPS[FIRST], soundfont, generator_for(FIRST, seed=0))


def test_a_row_of_text_is_read_as_strokes() -> None:
    assert read_bar("kick 9... .... ..3. ....\nhat  ..5. .... .... ....") == [
        Hit(0, "kick", 9),
        Hit(2, "hat", 5),
        Hit(10, "kick", 3),
    ]


def test_the_form_lays_bars_one_after_another() -> None:
    bars = {"A": "kick 9... .... .... ....", "B": "kick .... 5... .... ...."}
    assert [hit.step for hit in read_form(bars, "ABA")] == [0, 20, 32]


@pytest.mark.parametrize(
    ("text", "problem"),
    [("kick 9...", "has 4 steps"), ("kick x... .... .... ....", "'x'")],
)
def test_a_wrong_row_is_told_apart(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_bar(text)


@pytest.mark.parametrize("loop", LOOPS.values(), ids=LOOPS)
def test_every_loop_is_eight_bars_on_its_own_kit_with_fills_at_four_and_eight(
    loop: DrumLoop,
) -> None:
    assert len(loop.form) == DRUM_BARS
    assert {hit.drum for hit in read_form(loop.bars, loop.form)} <= set(loop.kit)
    assert set(loop.late) <= set(loop.kit)
    assert loop.form.count(loop.form[3]) == loop.form.count(loop.form[7]) == 1


def test_the_same_seed_plays_the_same_loop(soundfont: SoundFont, rendered: Audio) -> None:
    again = render_loop(LOOPS[FIRST], soundfont, generator_for(FIRST, seed=0))
    other = render_loop(LOOPS[FIRST], soundfont, generator_for(FIRST, seed=1))
    np.testing.assert_array_equal(again, rendered)
    assert not np.allclose(other, rendered, atol=1e-3)


def test_the_shipped_loop_is_what_the_studio_renders(rendered: Audio) -> None:
    fresh = master(rendered, loudness=TARGETS["drums"]).audio
    row = next(row for row in CATALOG["drums"] if row["id"] == FIRST)
    lost = shipped(row["file"]) - fresh  # to Vorbis, which renders the dust by other dust
    assert 10 * np.log10(np.mean(lost**2) / np.mean(fresh**2)) < -15
