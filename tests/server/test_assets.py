"""An asset is cached for ever under its hash, and never wrongly."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.assets import FOREVER, Assets, MissingAssetError

DRUMS = "audio/drums/boom-bap.ogg"


def test_a_url_names_the_content(static: Path) -> None:
    assets = Assets(static)
    before = assets.url(DRUMS)
    assert re.fullmatch(r"/static/audio/drums/boom-bap-[0-9a-f]{10}\.ogg", before)
    (static / DRUMS).write_bytes(b"other drums")
    assert assets.url(DRUMS) != before


def test_a_hashed_url_may_be_kept_for_ever(static: Path, client: FlaskClient) -> None:
    answer = client.get(Assets(static).url(DRUMS))
    assert answer.data == (static / DRUMS).read_bytes()
    assert answer.headers["Cache-Control"] == FOREVER


def test_a_stale_url_gives_the_new_content_and_is_not_kept(static: Path, client: FlaskClient) -> None:
    stale = Assets(static).url(DRUMS)
    (static / DRUMS).write_bytes(b"other drums")
    answer = client.get(stale)
    assert answer.data == b"other drums"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_url_without_hash_is_asked_for_again_cheaply(client: FlaskClient) -> None:
    first = client.get(f"/static/{DRUMS}")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(f"/static/{DRUMS}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_chunk_has_its_hash_from_the_bundler(client: FlaskClient) -> None:
    answer = client.get("/static/dist/chunks/p5-ABCD1234.js")
    assert answer.headers["Cache-Control"] == FOREVER


def test_a_part_is_answered_with_that_part(static: Path, client: FlaskClient) -> None:
    whole = (static / DRUMS).read_bytes()
    answer = client.get(Assets(static).url(DRUMS), headers={"Range": "bytes=4-7"})
    assert answer.status_code == 206
    assert answer.data == whole[4:8]
    assert answer.headers["Content-Range"] == f"bytes 4-7/{len(whole)}"


def test_a_part_past_the_end_is_refused_with_the_length(static: Path, client: FlaskClient) -> None:
    answer = client.get(f"/static/{DRUMS}", headers={"Range": "bytes=9999-"})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{(static / DRUMS).stat().st_size}"


@pytest.mark.parametrize(
    ("name", "mimetype"),
    [
        (DRUMS, "audio/ogg"),
        ("gifs/rain.webp", "image/webp"),
        ("dist/main.js", "text/javascript"),
        ("dist/main.css", "text/css"),
        ("audio/solos/one.json", "application/json"),
        ("audio/solos/one.mid", "audio/midi"),
    ],
)
def test_each_kind_of_file_says_what_it_is(client: FlaskClient, name: str, mimetype: str) -> None:
    assert client.get(f"/static/{name}").mimetype == mimetype


@pytest.mark.parametrize(
    "path", ["../secret.txt", "%2e%2e/secret.txt", "audio/../../secret.txt", "/etc/hostname"]
)
def test_no_path_leaves_the_folder(tmp_path: Path, client: FlaskClient, path: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret")
    answer = client.get(f"/static/{path}")
    assert answer.status_code in (308, 404)  # 308: the router folds a doubled slash first
    assert b"secret" not in client.get(f"/static/{path}", follow_redirects=True).data.replace(
        b"secret.txt", b""
    )


def test_a_missing_file_has_no_url(static: Path) -> None:
    with pytest.raises(MissingAssetError, match=r"boom\.ogg"):
        Assets(static).url("audio/drums/boom.ogg")
