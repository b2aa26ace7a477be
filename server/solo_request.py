"""The query of `/api/solo`, read into a request that means one solo for ever."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from reprlib import repr as shortened
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from server.errors import ApiError
from training.composer.infer import RANGES, Range
from training.music.chords import parse_progression
from training.music.grid import BPM, SOLO_BARS
from training.music.moods import MOODS

MOST_CHORDS: Final = 64
MOST_CHARACTERS: Final = 500
EXAMPLE: Final = "/api/solo?seed=7&bars=30&progression=Dm9+G13+Cmaj9+A7&mood=rainy"


@dataclass(frozen=True, kw_only=True)
class SoloRequest:
    """What a solo is a function of; equal requests mean equal notes."""

    seed: int
    bars: int = SOLO_BARS
    progression: str | None = None  # chord symbols, see Solo.progression
    mood: str | None = None  # an id in MOODS
    temperature: float | None = None
    bpm: int = BPM


def read_solo_request(query: MultiDict[str, str]) -> SoloRequest:
    """Return the request that a query string makes.

    Raises:
        ApiError: 400, naming the parameter that is unknown, missing, doubled or out of range.
    """
    if unknown := [name for name in query if name not in READERS]:
        raise _refusal(f"unknown: {', '.join(map(shortened, unknown))}; known: {', '.join(READERS)}")
    if doubled := [name for name in query if len(query.getlist(name)) > 1]:
        raise _refusal(f"given more than once: {', '.join(doubled)}")
    if "seed" not in query:
        raise _refusal("seed is missing; any whole number will do")
    values: dict[str, Any] = {}
    for name, text in query.items():
        try:
            values[name] = READERS[name](text)
        except ValueError as error:
            raise _refusal(f"{name} is {shortened(text)}; {error}") from error
    return SoloRequest(**values)


def _refusal(message: str) -> ApiError:
    return ApiError(message, status=400, slug="bad_parameter", hint=f"For example {EXAMPLE}")


def _whole_number(bounds: Range) -> Callable[[str], int]:
    def read(text: str) -> int:
        if re.fullmatch("[0-9]{1,10}", text) and bounds.least <= int(text) <= bounds.greatest:
            return int(text)
        raise ValueError(f"expected a whole number from {bounds.least} to {bounds.greatest}")

    return read


def _number(bounds: Range) -> Callable[[str], float]:
    def read(text: str) -> float:
        written = re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", text)
        if written and bounds.least <= float(text) <= bounds.greatest:
            return float(text)
        raise ValueError(f"expected a number from {bounds.least} to {bounds.greatest}")

    return read


def _mood(text: str) -> str:
    if text not in MOODS:
        raise ValueError(f"expected one of {', '.join(MOODS)}")
    return text


def _progression(text: str) -> str:
    count = len(text.replace("|", " ").split())
    if count > MOST_CHORDS or len(text) > MOST_CHARACTERS:
        raise ValueError(
            f"expected at most {MOST_CHORDS} chords in {MOST_CHARACTERS} characters, "
            f"not {count} in {len(text)}"
        )
    parse_progression(text)
    return " ".join(text.split())


READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "seed": _whole_number(RANGES["seed"]),
    "bars": _whole_number(RANGES["bars"]),
    "progression": _progression,
    "mood": _mood,
    "temperature": _number(RANGES["temperature"]),
    "bpm": _whole_number(RANGES["bpm"]),
}
