"""What can be chosen: static/catalog.json, checked and with a url in place of each file.

docs/catalog.md describes both sides.
"""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from server.assets import Assets, MissingAssetError
from training.music.moods import MOODS
from training.music.progressions import PROGRESSIONS

logger = logging.getLogger(__name__)

Row = Mapping[str, Any]

EVERY_ROW: Final = ("id", "label", "credit", "licence")
SOUND: Final = (*EVERY_ROW, "file", "seconds", "frames", "bpm", "bars", "loudness")
REQUIRED: Final = {
    "drums": SOUND,
    "ambience": (*SOUND, "scene"),
    "quotes": (*SOUND, "text", "author", "source"),
    "solos": (*SOUND, "notes", "midi", "instrument", "seed", "key", "progression", "mood"),
    "songs": (*EVERY_ROW, "notes", "composer", "year", "key", "bars", "bpm", "instruments"),
    "instruments": (*EVERY_ROW, "samples", "loudness"),
}
FILES: Final = {"file": "url", "notes": "notes", "midi": "midi"}  # in catalog.json: in the answer
SCENE_FILES: Final = ("gif", "webp", "still")


class CatalogError(ValueError):
    """catalog.json is not there or is no catalog."""


def load_catalog(assets: Assets) -> dict[str, list[Row]]:
    """Return every list of `/api/catalog`.

    A row that lacks a field or a file is logged and kept out, so that the others play.

    Raises:
        CatalogError: when catalog.json is missing, is not JSON or lacks a list.
    """
    lists = _read(assets)
    return {
        **{name: list(_published(assets, name, lists[name])) for name in REQUIRED},
        "moods": [mood.to_json() for mood in MOODS.values()],
        "progressions": [progression.to_json() for progression in PROGRESSIONS.values()],
    }


def _read(assets: Assets) -> Mapping[str, Sequence[Row]]:
    try:
        lists: Mapping[str, Sequence[Row]] = json.loads(assets.path("catalog.json").read_bytes())
    except MissingAssetError as error:
        raise CatalogError(f"{error} is not there") from error
    except ValueError as error:
        raise CatalogError(f"{assets.root / 'catalog.json'} is not JSON: {error}") from error
    if lacking := [name for name in REQUIRED if name not in lists]:
        raise CatalogError(f"{assets.root / 'catalog.json'} lacks the lists {', '.join(lacking)}")
    return lists


def _published(assets: Assets, name: str, rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        if lacking := [field for field in REQUIRED[name] if field not in row]:
            logger.warning("%s/%s is left out: it lacks %s", name, row.get("id"), lacking)
            continue
        try:
            yield _with_urls(assets, row)
        except MissingAssetError as error:
            logger.warning("%s/%s is left out: %s is not there", name, row["id"], error)


def _with_urls(assets: Assets, row: Row) -> Row:
    published = {key: value for key, value in row.items() if key not in FILES}
    published |= {FILES[key]: assets.url(row[key]) for key in FILES if key in row}
    if scene := row.get("scene"):
        published["scene"] = {**scene, **{key: assets.url(scene[key]) for key in SCENE_FILES}}
    if samples := row.get("samples"):
        published["samples"] = {note: assets.url(file) for note, file in samples.items()}
    return published
