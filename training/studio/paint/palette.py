"""Palettes: at most 24 colours, read as ramps that run from shadow to light."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

MOST_COLOURS: Final = 24


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a scene and the ramps over them.

    A ramp is a tuple of indices into `colours`, darkest first. Ramps may share colours: that is how
    a small palette hangs together.
    """

    colours: tuple[str, ...]  # "#rrggbb"
    ramps: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, **ramps: str) -> Self:
        """Build a palette from ramps written as "#rrggbb" words, darkest first.

        Raises:
            ValueError: when the ramps name more than 24 colours together.
        """
        words = {name: colours.split() for name, colours in ramps.items()}
        colours = tuple(dict.fromkeys(colour for ramp in words.values() for colour in ramp))
        if len(colours) > MOST_COLOURS:
            raise ValueError(
                f"{len(colours)} colours are more than the {MOST_COLOURS} of a scene: let ramps share some"
            )
        place = {colour: index for index, colour in enumerate(colours)}
        return cls(colours, {name: tuple(place[c] for c in ramp) for name, ramp in words.items()})

    def bytes(self) -> bytes:
        """Return the colours as red, green, blue bytes, as image files want them."""
        return b"".join(bytes.fromhex(colour.removeprefix("#")) for colour in self.colours)


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 (black) to 1 (white), as WCAG 2 defines it."""
    channels = [value / 255 for value in bytes.fromhex(colour.removeprefix("#"))]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, 1 to 21, in either order."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
