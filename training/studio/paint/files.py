"""Scenes to files: the GIF that is the contract, a smaller WebP, and a still."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from training.studio.paint.canvas import Picture
from training.studio.paint.gif import gif_bytes
from training.studio.paint.palette import Palette
from training.studio.paint.scene import Scene


@dataclass(frozen=True, slots=True)
class SceneFiles:
    """Where a scene was written."""

    gif: Path
    webp: Path
    still: Path


def _image(picture: Picture, palette: Palette) -> Image.Image:
    image = Image.fromarray(picture)
    image.putpalette(palette.bytes())  # turns the grey image into one with a palette
    return image


def _write(path: Path, data: bytes) -> Path:
    """Write beside and rename, so that a half-written picture is never served."""
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(data)
    beside.replace(path)
    return path


def render_scene(scene: Scene, *, directory: Path) -> SceneFiles:
    """Paint a scene and write `<id>.gif`, `<id>.webp` and `<id>.png` into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    film, milliseconds = scene.film(), scene.frame_milliseconds
    webp, still = BytesIO(), BytesIO()
    first, *rest = (_image(picture, scene.palette).convert("RGB") for picture in film)
    first.save(
        webp,
        "WEBP",
        save_all=True,
        append_images=rest,
        duration=milliseconds,
        loop=0,
        lossless=True,
        quality=100,
        method=4,
        # Never a whole picture between: differences stay small all the loop long.
        kmin=scene.frames,
        kmax=scene.frames + 1,
    )
    _image(scene.paint(scene.still), scene.palette).save(still, "PNG", optimize=True)
    gif = gif_bytes(film, scene.palette, milliseconds=milliseconds)
    return SceneFiles(
        gif=_write(directory / f"{scene.id}.gif", gif),
        webp=_write(directory / f"{scene.id}.webp", webp.getvalue()),
        still=_write(directory / f"{scene.id}.png", still.getvalue()),
    )
