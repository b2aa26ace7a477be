"""The corpus comes over the internet once, is checked, and nothing that is wrong is kept."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.training.composer.corpora import SONG, write_archive
from training.composer.corpus import gather
from training.composer.fetch import Fingerprint, fetch


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without writing a log."""

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    """Return the address of the corpus' home, a server on this machine."""
    (tmp_path / "home").mkdir()
    write_archive(tmp_path / "home/songs.tar.gz", {"001": SONG, "002": {**SONG, "melody.txt": "0 16\n"}})
    handler = functools.partial(Quiet, directory=tmp_path / "home")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/songs.tar.gz"
        server.shutdown()


def _expected(tmp_path: Path) -> Fingerprint:
    return Fingerprint.of(gather(tmp_path / "home/songs.tar.gz"))


def test_the_corpus_is_fetched_and_kept(home: str, tmp_path: Path) -> None:
    cache, said = tmp_path / "cache", list[str]()
    path = fetch(cache, url=home, expected=_expected(tmp_path), tell=said.append)
    assert [piece.id for piece in gather(path).pieces] == ["hsa/001"]
    # The second time nobody is asked.
    assert fetch(cache, url="http://nowhere.invalid", expected=_expected(tmp_path), tell=said.append) == path
    assert [file.name for file in cache.iterdir()] == [path.name]
    assert "there already" in said[-1]


def test_a_damaged_copy_is_fetched_again(home: str, tmp_path: Path) -> None:
    expected = _expected(tmp_path)
    path = fetch(tmp_path / "cache", url=home, expected=expected, tell=lambda _: None)
    path.write_bytes(path.read_bytes()[:-20])
    assert fetch(tmp_path / "cache", url=home, expected=expected, tell=lambda _: None) == path
    assert Fingerprint.of(gather(path)) == expected


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (Fingerprint(1, 1, "0" * 64), "sha256 [0-9a-f]{64} where 0{64} was expected"),
        (Fingerprint(890, 19, "0" * 64), "pieces 1 where 890 was expected, refused 1 where 19"),
    ],
)
def test_another_corpus_is_refused_saying_how_it_differs(
    home: str, tmp_path: Path, other: Fingerprint, said: str
) -> None:
    with pytest.raises(ValueError, match=rf"{home} does not hold .*{said}.*--from FILE"):
        fetch(tmp_path / "cache", url=home, expected=other, tell=lambda _: None)
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/none.tar.gz", "no address"])
def test_without_internet_the_remedy_is_a_copy(tmp_path: Path, address: str) -> None:
    with pytest.raises(ValueError, match=rf"cannot fetch {address} .*--from FILE"):
        fetch(tmp_path / "cache", url=address, tell=lambda _: None)


def test_a_missing_page_is_no_corpus(home: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"cannot fetch .*404.*--from FILE"):
        fetch(tmp_path / "cache", url=home + ".moved", tell=lambda _: None)
