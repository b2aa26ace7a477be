"""The composer as the server sees it: a request in, a solo out, kept."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NoReturn, Protocol

from server.errors import ApiError
from server.solo_request import SoloRequest
from training.composer.infer import load_composer
from training.music.solo import Solo

logger = logging.getLogger(__name__)

KEPT: Final = 256  # solos; the longest takes about 0.2 MB
Compose = Callable[[SoloRequest], Solo]


class Composer(Protocol):
    """What writes solos, as `training.composer.infer.load_composer` returns it."""

    def compose(
        self,
        *,
        seed: int,
        bars: int,
        progression: str | None,
        mood: str | None,
        temperature: float | None,
        bpm: int,
    ) -> Solo:
        """Return the one solo of these parameters."""


@dataclass(frozen=True)
class SilentComposer:
    """Refuses every solo with the reason, so that a station without its model plays its shelf."""

    reason: str

    def compose(self, **_parameters: object) -> NoReturn:
        """Refuse.

        Raises:
            ApiError: 503, always.
        """
        raise ApiError(
            f"There is no composer: {self.reason}",
            status=503,
            slug="no_composer",
            hint="Put the weights back, or let LOFI_MODELS name others; then start again.",
        )


def open_composer(folder: Path) -> Composer:
    """Return the composer whose weights are in a folder, or a silent one that says why not."""
    try:
        return load_composer(folder)
    except ValueError as error:
        logger.warning("No live solos: %s", error)
        return SilentComposer(str(error))


def compose_cached(composer: Composer) -> Compose:
    """Return a function from request to solo that remembers: the same request is the same solo."""

    @lru_cache(maxsize=KEPT)
    def compose(request: SoloRequest) -> Solo:
        return composer.compose(**asdict(request))

    return compose
