"""POP909-HSA is read as annotated; a broken song is named and the others still load."""

from pathlib import Path

import pytest

from tests.training.composer.corpora import SONG, write_archive
from training.composer.corpus import gather


def test_a_song_is_moved_to_c_and_starts_and_ends_as_sung(tmp_path: Path) -> None:
    (piece,) = gather(write_archive(tmp_path / "songs.tar.gz", {"007": SONG})).pieces
    assert piece.id == "hsa/007"
    assert piece.bars == 4  # the silent first bar is gone
    assert [(n.start, n.pitch, n.length) for n in piece.melody] == [
        *((0, 60, 4), (4, 64, 4), (8, 67, 8), (16, 65, 24), (48, 72, 16))
    ]
    assert [chord.symbol() if chord else "" for chord in piece.chords[::4]] == ["Cmaj", "Cmaj", "G7", "G7"]
    assert [(phrase.letter, phrase.start, phrase.bars) for phrase in piece.form] == [("A", 0, 2), ("A", 2, 2)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"melody.txt": "0 64\n"}, "no melody notes"),
        ({"analyzed_key.txt": "X:maj"}, "cannot read the key 'X major'"),
        ({"melody.txt": "100 64\n"}, "outside MIDI 36 to 96"),
        ({"melody.txt": "62 4\n66 four\n"}, "line 2 of melody.txt is '66 four'"),
        ({"analyzed_key.txt": "\n"}, "analyzed_key.txt names no key"),
        ({"melody.txt": "60 16\n65 16\n70 16\n63 16\n"}, "of its notes are in its key"),
    ],
)
def test_a_broken_song_is_named_and_the_rest_loads(tmp_path: Path, change: dict[str, str], said: str) -> None:
    corpus = gather(write_archive(tmp_path / "songs.tar.gz", {"001": SONG, "002": {**SONG, **change}}))
    assert [piece.id for piece in corpus.pieces] == ["hsa/001"]
    (refusal,) = corpus.refused
    assert refusal.startswith("hsa/002: ")
    assert said in refusal


def test_a_missing_annotation_is_named(tmp_path: Path) -> None:
    texts = {name: text for name, text in SONG.items() if name != "melody.txt"}
    corpus = gather(write_archive(tmp_path / "songs.tar.gz", {"001": SONG, "002": texts}))
    assert "melody.txt missing" in corpus.refused[0]


def test_the_digest_tells_corpora_apart(tmp_path: Path) -> None:
    one = gather(write_archive(tmp_path / "one.tar.gz", {"001": SONG}))
    again = gather(write_archive(tmp_path / "again.tar.gz", {"001": SONG}))
    other = gather(write_archive(tmp_path / "other.tar.gz", {"002": SONG}))
    assert one.sha256 == again.sha256 != other.sha256


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no corpus at"):
        gather(tmp_path / "nothing.tar.gz")


@pytest.mark.parametrize("kept", [0, 10, 100, 400])
def test_a_damaged_archive_is_named(tmp_path: Path, kept: int) -> None:
    whole = write_archive(tmp_path / "whole.tar.gz", {f"{number:03}": SONG for number in range(50)})
    (tmp_path / "broken.tar.gz").write_bytes(whole.read_bytes()[:kept])
    with pytest.raises(ValueError, match=r"broken\.tar\.gz is not a tar archive"):
        gather(tmp_path / "broken.tar.gz")
