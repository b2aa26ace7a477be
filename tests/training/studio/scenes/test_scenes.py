"""Every scene keeps the promises of a scene; a new one is held to them by itself."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from training.studio.paint.canvas import COLUMNS, HEIGHT, ROWS, WIDTH
from training.studio.paint.palette import contrast, luminance
from training.studio.scenes import SCENES, Scene, find_scenes, render_scene

SHIPPED = Path(__file__).parents[4] / "static" / "gifs"
MOST_BYTES = 600_000

each_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


@cache
def film(scene_id: str) -> NDArray[np.uint8]:
    """Return every frame of a scene, shape (frames, 180, 320)."""
    return np.stack(SCENES[scene_id].film())


def colours(scene: Scene) -> NDArray[np.uint8]:
    return np.frombuffer(scene.palette.bytes(), np.uint8).reshape(-1, 3)


def test_every_ambience_of_the_first_station_has_a_scene() -> None:
    assert {"rain", "fire", "wind"} <= SCENES.keys()
    assert all(scene.id == name for name, scene in SCENES.items())


@each_scene
def test_pictures_are_indices_into_at_most_24_colours(scene: Scene) -> None:
    frames = film(scene.id)
    assert frames.shape == (scene.frames, HEIGHT, WIDTH)
    assert frames.dtype == np.uint8
    assert len(set(scene.palette.colours)) == len(scene.palette.colours) <= 24
    assert frames.max() < len(scene.palette.colours)


@each_scene
def test_the_loop_closes(scene: Scene) -> None:
    assert np.array_equal(scene.paint(0.0), scene.paint(1.0))
    frames = film(scene.id)
    change = (frames != np.roll(frames, -1, axis=0)).mean(axis=(1, 2))
    assert change[-1] <= change[:-1].max(), "the last frame jumps to the first"


@each_scene
def test_at_least_a_twentieth_of_the_picture_moves(scene: Scene) -> None:
    frames = film(scene.id)
    assert (frames != frames[0]).any(axis=0).mean() >= 0.05


@each_scene
def test_the_light_lives(scene: Scene) -> None:
    bright = np.array([luminance(colour) for colour in scene.palette.colours])
    near = np.hypot(COLUMNS - scene.light[0], ROWS - scene.light[1]) < 40
    shine = bright[film(scene.id)[:, near]].mean(axis=1)
    assert np.ptp(shine) > 0.01 * shine.mean(), "the light burns as steadily as a painted one"


@each_scene
def test_the_page_colours_come_from_the_art_and_can_be_read(scene: Scene) -> None:
    page = scene.page
    for colour in (page.background, page.surface, page.text, page.accent, page.glow):
        assert colour in scene.palette.colours
    assert contrast(page.text, page.background) >= 4.5
    assert contrast(page.text, page.surface) >= 4.5
    assert contrast(page.accent, page.background) >= 3


@each_scene
def test_a_scene_says_what_it_shows_and_whose_it_is(scene: Scene) -> None:
    assert len(scene.description.split()) >= 8
    assert scene.description.count(".") == 1, "one sentence"
    assert scene.label
    assert scene.credit
    assert scene.licence == "CC0-1.0"


@each_scene
@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_the_shipped_loop_is_what_the_code_paints(scene: Scene, kind: str) -> None:
    path = SHIPPED / f"{scene.id}.{kind}"
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as shipped:
        assert getattr(shipped, "n_frames", 1) == scene.frames
        assert shipped.info["loop"] == 0, "it must repeat for ever"
        wrong = 0.0
        for number, picture in enumerate(film(scene.id)):
            shipped.seek(number)
            seen = np.asarray(shipped.convert("RGB"))
            assert shipped.info["duration"] == scene.frame_milliseconds
            wrong += float((seen != colours(scene)[picture]).any(axis=2).mean()) / scene.frames
    # Processors differ in a sine's last bit, and so in a stray pixel of a dither.
    assert wrong < 0.001, "run `make assets`"


@each_scene
def test_the_webp_is_the_lighter_one(scene: Scene) -> None:
    gif, webp = (SHIPPED / f"{scene.id}.{kind}" for kind in ("gif", "webp"))
    assert webp.stat().st_size < gif.stat().st_size


@each_scene
def test_the_shipped_still_is_a_frame_of_the_scene(scene: Scene) -> None:
    with Image.open(SHIPPED / f"{scene.id}.png") as still:
        seen = np.asarray(still.convert("RGB"))
    painted = colours(scene)[scene.paint(scene.still)]
    assert (seen != painted).any(axis=2).mean() < 0.001, "run `make assets`"


def test_the_same_scene_gives_the_same_bytes(tmp_path: Path) -> None:
    scene = replace(SCENES["rain"], frames=3)
    first = render_scene(scene, directory=tmp_path / "first")
    second = render_scene(scene, directory=tmp_path / "second")
    for name in ("gif", "webp", "still"):
        assert getattr(first, name).read_bytes() == getattr(second, name).read_bytes()
    assert sorted(path.name for path in (tmp_path / "first").iterdir()) == [
        "rain.gif", "rain.png", "rain.webp"
    ]  # fmt: skip


def test_a_new_scene_is_found_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gallery = tmp_path / "gallery"
    gallery.mkdir()
    (gallery / "__init__.py").touch()
    (gallery / "snow.py").write_text(
        "from dataclasses import replace\n"
        "from training.studio.scenes import SCENES\n"
        "SCENE = replace(SCENES['rain'], id='snow')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert list(find_scenes("gallery", [str(gallery)])) == ["snow"]
    (gallery / "twin.py").write_text("from gallery.snow import SCENE\n")
    with pytest.raises(ValueError, match="two scenes are called 'snow'"):
        find_scenes("gallery", [str(gallery)])
