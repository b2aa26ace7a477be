"""The command line tells of a corpus, trains toy models on it, and composes and judges with them."""

import json
from pathlib import Path

import pytest

from tests.training.composer.corpora import SONG, write_archive
from training.__main__ import main
from training.music.key import SCALE

Said = pytest.CaptureFixture[str]
VOICES = ("melody", "chords", "bass", "comp")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty songs of 32 bars, each its own walk through D major."""
    scale = [62 + tone for tone in sorted(SCALE)]
    songs = {}
    for number in range(40):
        walk = [scale[(number + step * (1 + step % 3)) % 7] for step in range(32 * 4)]
        songs[f"{number:03}"] = {
            **SONG,
            "melody.txt": "".join(f"{pitch} 4\n" for pitch in walk),
            "finalized_chord.txt": "D:maj [2, 6, 9] 2 64 \nA:7 [1, 4, 7, 9] 9 64 \n",
            "human_label1.txt": "A8A8B8A8",
        }
    return write_archive(tmp_path_factory.mktemp("corpus") / "songs.tar.gz", songs)


@pytest.fixture(scope="module")
def taught(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `models` and `runs` of a toy training of every voice."""
    folder = tmp_path_factory.mktemp("taught")
    places = ["--to", str(folder / "models"), "--runs", str(folder / "runs")]
    assert main(["train", "--toy", "--id", "toy", "--from", str(archive), *places]) == 0
    return folder


def test_a_corpus_is_counted_and_reported_on(archive: Path, tmp_path: Path, capsys: Said) -> None:
    assert main(["corpus", "--from", str(archive), "--report", str(tmp_path / "report")]) == 0
    said = capsys.readouterr().out
    counts = [line.split(": ")[1].split() for line in said.splitlines() if line.startswith("songs, ")]
    assert sum(int(words[0]) for words in counts) == 40
    assert sum(int(words[2]) for words in counts) == 40 * 32
    assert f"wrote {tmp_path / 'report' / 'index.md'}" in said


def test_every_voice_is_trained_and_kept(taught: Path) -> None:
    assert {f"{voice}.npz" for voice in VOICES} <= {path.name for path in (taught / "models").iterdir()}
    histories = list((taught / "runs/toy").glob("*/*/history.json"))
    assert len(histories) == 6  # melody and chords learn from songs first
    for path in histories:
        first, *_, last = json.loads(path.read_text())
        assert last["learnt_bits"] < first["learnt_bits"]


def test_training_again_takes_what_is_finished_and_makes_the_same_weights(
    archive: Path, taught: Path, tmp_path: Path, capsys: Said
) -> None:
    places = ["--to", str(tmp_path), "--runs", str(taught / "runs")]
    assert main(["train", "bass", "--toy", "--id", "toy", "--from", str(archive), *places]) == 0
    assert "were done already" in capsys.readouterr().err
    assert (tmp_path / "bass.npz").read_bytes() == (taught / "models/bass.npz").read_bytes()


def test_the_toy_composes_and_is_judged(archive: Path, taught: Path, tmp_path: Path, capsys: Said) -> None:
    solo, models = tmp_path / "solo.json", ["--models", str(taught / "models")]
    assert main(["compose", "--seed", "7", "--to", str(solo), *models]) == 0
    assert json.loads(solo.read_text())["model"] == "toy"
    capsys.readouterr()
    assert main(["evaluate", "--from", str(archive), "--solos", "2", *models]) == 0
    assert "longest run also in training" in capsys.readouterr().out


def test_mistakes_are_explained_on_standard_error(tmp_path: Path, capsys: Said) -> None:
    for arguments, said in (
        (["corpus", "--from", str(tmp_path / "nowhere")], "corpus: no corpus at"),
        (["corpus", "--fetch", "http://127.0.0.1:9/none"], "without internet, read a copy"),
        (["train", "tuba"], "train: there is no voice tuba: choose among melody, chords, bass, comp"),
        (["compose", "--seed", "1", "--progression", "Q7"], "cannot read the chord 'Q7'"),
        (["compose", "--seed", "1", "--models", str(tmp_path)], "cannot read the model"),
    ):
        assert main(arguments) == 2
        assert said in capsys.readouterr().err
