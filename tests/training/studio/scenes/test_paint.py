"""The tools that scenes are painted with."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from training.studio.paint.canvas import COLUMNS, HEIGHT, ROWS, WIDTH, Canvas, veil
from training.studio.paint.gif import gif_bytes
from training.studio.paint.motion import cycle, during, flicker, wave
from training.studio.paint.noise import noise
from training.studio.paint.palette import Palette, contrast
from training.studio.paint.shapes import box, edge
from training.studio.paint.sky import clouds
from training.studio.paint.sprite import stamp
from training.studio.paint.weather import rain, snow

GREY = Palette.of(grey="#000000 #555555 #aaaaaa #ffffff", red="#000000 #ff0000")


def test_ramps_share_colours_and_a_25th_is_refused() -> None:
    assert GREY.ramps["grey"][0] == GREY.ramps["red"][0]
    assert len(GREY.colours) == 5
    with pytest.raises(ValueError, match="25 colours"):
        Palette.of(many=" ".join(f"#0000{n:02x}" for n in range(25)))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_whole_steps_stay_flat_and_half_steps_are_dithered_half_and_half() -> None:
    canvas = Canvas(GREY)
    canvas.fill(box(0, 0, WIDTH, 90), "grey", 2)
    canvas.fill(box(0, 90, WIDTH, HEIGHT), "grey", 1.5)
    picture = canvas.picture()
    assert set(picture[:90].ravel()) == {2}
    assert (picture[90:] == 1).mean() == (picture[90:] == 2).mean() == 0.5


def test_light_beyond_a_ramp_stops_at_its_ends() -> None:
    canvas = Canvas(GREY)
    canvas.lighten(40)
    canvas.lighten(-80, box(0, 0, 10, HEIGHT))
    assert set(canvas.picture()[:, 10:].ravel()) == {3}
    assert set(canvas.picture()[:, :10].ravel()) == {0}


def test_a_veil_covers_its_share() -> None:
    assert veil(0.25).mean() == 0.25
    assert not veil(0.0).any()


def test_an_edge_is_the_rim_on_the_side_asked_for() -> None:
    left = edge(box(10, 10, 20, 20), x=-1)
    assert left.sum() == 10
    assert left[10:20, 10].all()


def test_a_sprite_lies_where_it_is_put_and_is_cut_at_the_border() -> None:
    canvas = Canvas(GREY)
    stamp(canvas, "\n12\n.a\n", 318, 4, ramp="grey", inks={"a": ("red", 1)})
    stamp(canvas, "3333", -2, 0, ramp="grey")
    picture = canvas.picture()
    assert picture[4, 318:].tolist() == [1, 2]
    assert picture[5, 318:].tolist() == [0, GREY.colours.index("#ff0000")]
    assert picture[0, :3].tolist() == [3, 3, 0]


@pytest.mark.parametrize("turns", [1, 2, 3, 7])
def test_motion_has_period_one_to_the_bit(turns: int) -> None:
    phases = np.random.default_rng(0).random(50)
    for t in (0.0, 0.25, 0.5):
        assert np.array_equal(cycle(t, turns, phases), cycle(t + 1, turns, phases))
        assert np.array_equal(wave(t, turns, phases), wave(t + 1, turns, phases))
        assert flicker(t, seed=turns) == flicker(t + 1, seed=turns)


def test_a_part_of_the_loop_may_run_over_its_seam() -> None:
    assert [during(t, 0.8, 0.2) for t in (0.0, 0.5, 0.9, 1.1)] == [True, False, True, True]


def test_noise_wraps_without_a_seam() -> None:
    x, y = COLUMNS / 7, ROWS / 7
    field = noise(x, y, columns=8, rows=16, seed=1)
    assert np.allclose(field, noise(x + 8, y - 16, columns=8, rows=16, seed=1))
    assert field.min() >= 0
    assert field.max() <= 1


def test_weather_falls_and_loops() -> None:
    for t in (0.0, 0.5):
        sheet = rain(t, seed=1, drops=80, length=5, turns=3, slant=-0.1)
        again = rain(t + 1, seed=1, drops=80, length=5, turns=3, slant=-0.1)
        assert np.array_equal(sheet, again)
        assert 80 < sheet.sum() <= 400
    flakes = [snow(t, seed=1, flakes=90, turns=1, sway=2) for t in (0.0, 0.5, 1.0)]
    assert np.array_equal(flakes[0], flakes[2])
    assert (flakes[0] != flakes[1]).any()
    sky = [clouds(t, seed=1, width=40, height=9, drift=30, cover=0.5) for t in (0.0, 1.0)]
    assert np.array_equal(sky[0], sky[1])


def test_a_gif_decodes_to_the_frames_it_was_made_of() -> None:
    random = np.random.default_rng(3)
    noisy = random.integers(0, 5, (HEIGHT, WIDTH)).astype(np.uint8)  # fills the code table
    patch = noisy.copy()
    patch[40:60, 100:140] = 2
    frames = [noisy, patch, patch, np.zeros_like(noisy), noisy]
    data = gif_bytes(frames, GREY, milliseconds=70)
    table = np.frombuffer(GREY.bytes(), np.uint8).reshape(-1, 3)
    with Image.open(BytesIO(data)) as image:
        assert getattr(image, "n_frames", 1) == len(frames)
        for number, frame in enumerate(frames):
            image.seek(number)
            assert np.array_equal(np.asarray(image.convert("RGB")), table[frame])
            assert image.info["duration"] == 70
