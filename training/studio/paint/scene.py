"""What a scene is: a loop of pictures in one palette, and what the page needs to know of it."""

from collections.abc import Callable
from dataclasses import dataclass

from training.studio.paint.canvas import Picture
from training.studio.paint.palette import Palette


@dataclass(frozen=True, slots=True)
class PagePalette:
    """The page's colours while the scene shows, "#rrggbb", each one of the scene's own."""

    background: str
    surface: str
    text: str
    accent: str
    glow: str


@dataclass(frozen=True, slots=True)
class Scene:
    """An animated picture for one ambience."""

    id: str  # the ambience's id
    label: str
    description: str  # one sentence for who cannot see it
    palette: Palette
    page: PagePalette
    light: tuple[int, int]  # where its living light stands: x, y in pixels
    paint: Callable[[float], Picture]  # t, 1-periodic, to palette indices (180, 320)
    still: float  # the t of its best moment, shown where motion is unwelcome
    frames: int = 64  # at 100 ms, eight beats of 75 BPM: the loop lasts two bars
    frame_milliseconds: int = 100
    credit: str = "Lofi Station"
    licence: str = "CC0-1.0"

    def film(self) -> list[Picture]:
        """Return every frame of the loop, in order."""
        return [self.paint(frame / self.frames) for frame in range(self.frames)]
