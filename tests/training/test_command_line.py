"""The command line trains a toy model on a small corpus, and composes and judges with it."""

import json
from pathlib import Path

import pytest

from tests.training.composer.corpora import SONG, write_archive
from training.__main__ import main
from training.music.key import SCALE


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty songs of 32 bars, each its own walk through D major."""
    scale = [62 + tone for tone in sorted(SCALE)]
    songs = {}
    for number in range(40):
        walk = [scale[(number + step * (1 + step % 3)) % 7] for step in range(32 * 4)]
        lines = "".join(f"{pitch} 4\n" for pitch in walk)
        songs[f"{number:03}"] = {
            **SONG,
            "melody.txt": lines.replace("\\\n", "\n"),
            "finalized_chord.txt": "D:maj [2, 6, 9] 2 64 \nA:7 [1, 4, 7, 9] 9 64 \n",
            "human_label1.txt": "A8A8B8A8",
        }
    return write_archive(tmp_path_factory.mktemp("corpus") / "songs.tar.gz", songs)


def test_a_corpus_is_counted(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "--from", str(archive)]) == 0
    assert "1280" not in capsys.readouterr().err


def test_a_toy_model_learns_composes_and_is_judged(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights, solo = tmp_path / "toy.npz", tmp_path / "solo.json"
    assert main(["train", "--toy", "--from", str(archive), "--to", str(weights), "--id", "toy"]) == 0
    progress = [line for line in capsys.readouterr().err.splitlines() if "bits a bar" in line]
    first, *_, last = (float(line.split("validation ")[1].split()[0]) for line in progress)
    assert last < first
    assert main(["compose", "--seed", "7", "--model", str(weights), "--to", str(solo)]) == 0
    assert json.loads(solo.read_text())["model"] == "toy"
    capsys.readouterr()
    assert main(["evaluate", "--from", str(archive), "--model", str(weights), "--solos", "2"]) == 0
    table = capsys.readouterr().out
    assert "bits a bar" in table
    assert "longest run also in training" in table


def test_mistakes_are_explained_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "--from", str(tmp_path / "nowhere")]) == 2
    assert "corpus: no corpus at" in capsys.readouterr().err
    assert main(["compose", "--seed", "1", "--progression", "Q7"]) == 2
    assert "cannot read the chord 'Q7'" in capsys.readouterr().err
