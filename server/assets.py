"""Files under static/, each at a url that carries the hash of its content.

Such a url may be cached for ever, as other content has another url. A url without a hash, or with
that of a file since replaced, still answers with today's content, to be asked for again each time.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from flask import Blueprint, Response, abort, send_file
from werkzeug.security import safe_join

FOREVER: Final = "public, max-age=31536000, immutable"
CHUNKS: Final = "dist/chunks/"  # the bundler has put a hash into each name here
HASHED: Final = re.compile(r"(?P<stem>.+)-(?P<hash>[0-9a-f]{10})(?P<suffix>\.[^./]+)")

# Machines differ in what `mimetypes` knows, and browsers refuse a module of the wrong type.
MIMETYPES: Final = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".mid": "audio/midi",
    ".ogg": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
}


class MissingAssetError(LookupError):
    """No file of that name stands under the static folder; holds the path that was looked for."""


@dataclass(frozen=True)
class Assets:
    """The files under `root`, named by their path from there: `audio/drums/boom-bap.ogg`."""

    root: Path

    def path(self, name: str) -> Path:
        """Return where the file called `name` is.

        Raises:
            MissingAssetError: when it does not exist or would lie outside the folder.
        """
        inside = safe_join(str(self.root), name)
        if inside is None or not Path(inside).is_file():
            raise MissingAssetError(str(self.root / name))
        return Path(inside)

    def url(self, name: str) -> str:
        """Return the url of the file called `name`, which may be cached for ever.

        Raises:
            MissingAssetError: as `path` does.
        """
        digest, pure = content_hash(self.path(name)), PurePosixPath(name)
        return quote(f"/static/{pure.with_name(f'{pure.stem}-{digest[:10]}{pure.suffix}')}")

    def find(self, requested: str) -> tuple[Path, bool]:
        """Return the file that a url's path asks for, and whether its content can never change.

        Raises:
            MissingAssetError: when there is none.
        """
        try:
            return self.path(requested), requested.startswith(CHUNKS)
        except MissingAssetError:
            if not (parts := HASHED.fullmatch(requested)):
                raise
            path = self.path(parts["stem"] + parts["suffix"])
            return path, content_hash(path).startswith(parts["hash"])


def content_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hex, read anew only when its time or size has changed."""
    status = path.stat()
    return _hash(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4096)
def _hash(path: Path, _mtime: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def create_asset_route(assets: Assets) -> Blueprint:
    """Return `/static/…`: the one route that serves files, whole or by Range."""
    blueprint = Blueprint("assets", __name__)

    @blueprint.get("/static/<path:requested>")
    def asset(requested: str) -> Response:
        try:
            path, immutable = assets.find(requested)
        except MissingAssetError:
            abort(404, f"There is no asset called {requested!r}.")
        mimetype = MIMETYPES.get(path.suffix, "application/octet-stream")
        response = send_file(path, mimetype=mimetype, etag=content_hash(path))
        if immutable:
            response.headers["Cache-Control"] = FOREVER
        return response

    return blueprint
