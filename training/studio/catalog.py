"""Write static/catalog.json, which names everything the station can play (docs/catalog.md)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, dict[str, Row]]  # list name -> id -> row

LISTS: Final = ("drums", "ambience", "quotes", "solos", "songs", "instruments")
SONG_FIELDS: Final = (
    *("id", "label", "composer", "year", "source", "key", "bars", "bpm"),
    *("instruments", "credit", "licence"),
)


def read_catalog(static: Path) -> Rows:
    """Return the catalog's rows by list and id; of a catalog not yet written, empty lists.

    The ambiences' scenes come as a list of their own, "scenes", as they are made apart.
    """
    path = static / "catalog.json"
    lists = json.loads(path.read_text("utf-8")) if path.exists() else {}
    rows: Rows = {name: {row["id"]: row for row in lists.get(name, ())} for name in LISTS}
    rows["scenes"] = {id_: row.pop("scene") for id_, row in rows["ambience"].items() if "scene" in row}
    return rows


def write_catalog(static: Path, rows: Rows, *, order: Mapping[str, Sequence[str]]) -> None:
    """Write `rows` in the given order of ids, with the songs found in static/js/songs.

    A row whose id is in no order any more is dropped, as its maker no longer knows it.
    """
    lists: dict[str, list[Row]] = {
        name: [rows[name][id_] for id_ in order[name] if id_ in rows[name]]
        for name in LISTS
        if name != "songs"
    }
    lists["ambience"] = [
        {**row, "scene": rows["scenes"][row["id"]]} if row["id"] in rows["scenes"] else row
        for row in lists["ambience"]
    ]
    lists["songs"] = [_song_row(path) for path in sorted((static / "js" / "songs").glob("*.json"))]
    path = static / "catalog.json"
    aside = path.with_suffix(".part")
    text = json.dumps(lists, indent=2, sort_keys=True, ensure_ascii=False)
    aside.write_text(text + "\n", "utf-8")
    aside.replace(path)


def _song_row(path: Path) -> Row:
    song = json.loads(path.read_text("utf-8"))
    if lacking := [field for field in SONG_FIELDS if field not in song]:
        raise ValueError(f"{path} lacks {', '.join(lacking)}; docs/catalog.md shows a whole song")
    return {**{field: song[field] for field in SONG_FIELDS}, "notes": f"js/songs/{path.name}"}
