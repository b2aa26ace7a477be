"""POP909-HSA from its public home: fetched once, checked against what the project was made with, kept."""

import http.client
import shutil
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tqdm import tqdm

from training.composer.corpus import Corpus, gather

NAME: Final = "pop909-hsa.tar.gz"
PATIENCE: Final = 30  # seconds without a byte before giving up


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a corpus must be, as read, for figures to compare."""

    pieces: int
    refused: int
    sha256: str  # see Corpus

    @classmethod
    def of(cls, corpus: Corpus) -> "Fingerprint":
        """Return the fingerprint of a corpus."""
        return cls(len(corpus.pieces), len(corpus.refused), corpus.sha256)


EXPECTED: Final = Fingerprint(890, 19, "05700ca7a173c3da6d3b330f9b9a9fe1a18d6d86a7e6c5674a89a0ba0a565263")


def fetch(folder: Path, *, url: str, tell: Callable[[str], None], expected: Fingerprint = EXPECTED) -> Path:
    """Return the archive in `folder`, downloaded and checked first unless a good one is already there.

    Raises:
        ValueError: when it cannot be downloaded, or is not the corpus expected; nothing is kept then.
    """
    path = folder / NAME
    if path.exists() and not (wrong := _differences(path, expected)):
        tell(f"{path} is there already, and as expected")
        return path
    if path.exists():
        tell(f"{path} is damaged ({wrong}): fetching it again")
    aside = path.with_suffix(".part")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _download(url, aside)
        if wrong := _differences(aside, expected):
            raise ValueError(
                f"{url} does not hold the corpus expected: {wrong}; read a copy with --from FILE"
            )
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    tell(f"fetched {path} from {url}")
    return path


def _download(url: str, to: Path) -> None:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer, to.open("wb") as file:
            length = int(answer.headers["Content-Length"] or 0) or None
            with tqdm.wrapattr(answer, "read", total=length, desc=NAME, leave=False) as source:
                shutil.copyfileobj(source, file)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise ValueError(
            f"cannot fetch {url} ({error}); without internet, read a copy of the archive with --from FILE"
        ) from error


def _differences(path: Path, expected: Fingerprint) -> str:
    """Return how the archive's corpus differs from the one expected; nothing when it does not."""
    try:
        found = Fingerprint.of(gather(path))
    except ValueError as error:
        return str(error)
    lines = [
        f"{name} {have} where {want} was expected"
        for name in Fingerprint.__slots__
        if (have := getattr(found, name)) != (want := getattr(expected, name))
    ]
    return ", ".join(lines)
