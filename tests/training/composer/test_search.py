"""A search tries models, is gone on with, and shows the best with their solos."""

import json
import shutil
from itertools import accumulate
from pathlib import Path

import mido
import optuna
import pytest

from tests.training.composer.corpora import scale_pieces
from training.composer.corpus import Corpus
from training.composer.house import house_sheets
from training.composer.search import SEEDS, Candidate, rank, search
from training.composer.search_page import write_page
from training.composer.search_study import first_number, open_study, run
from training.music.solo import Solo

MODELS = Path("static/models")
SHEETS = house_sheets(Path("training/corpus"))
SHEETS = [sheet for sheet in SHEETS if sheet.piece.split != "train"] + SHEETS[:8]


def _search(folder: Path, *, trials: int) -> list[Candidate]:
    return search(
        songs=Corpus(tuple(scale_pieces(range(24))), (), "scales", "0" * 64),
        sheets=SHEETS,
        models=MODELS,
        folder=folder,
        study="toy",
        storage=f"sqlite:///{folder / 'study.db'}",
        trials=trials,
        seed=3,
        is_toy=True,
    )


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Candidate]]:
    """A search for one model, and then again for two."""
    folder = tmp_path_factory.mktemp("search")
    assert len(_search(folder, trials=1)) == 1
    return folder, _search(folder, trials=2)


def test_a_search_is_gone_on_with(searched: tuple[Path, list[Candidate]]) -> None:
    folder, candidates = searched
    assert sorted(candidate.number for candidate in candidates) == [0, 1]
    assert candidates[0].settings != candidates[1].settings
    assert _search(folder, trials=2) == candidates  # there is nothing left to try


def test_every_candidate_plays_the_same_prompts(searched: tuple[Path, list[Candidate]]) -> None:
    folder, candidates = searched
    prompts = []
    for candidate in candidates:
        solos = [
            Solo.from_json(json.loads((folder / candidate.folder / f"solo-{seed}.json").read_text()))
            for seed in SEEDS
        ]
        prompts.append([(solo.seed, solo.mood, solo.progression, solo.bars) for solo in solos])
        assert {solo.model for solo in solos} == {candidate.folder}
        assert 0 <= candidate.inside <= 1
    assert prompts[0] == prompts[1]


def test_the_midi_has_the_solo_s_notes_tempo_and_swing(searched: tuple[Path, list[Candidate]]) -> None:
    folder, candidates = searched
    path = folder / candidates[0].folder / "solo-1.json"
    solo = Solo.from_json(json.loads(path.read_text()))
    file = mido.MidiFile(path.with_suffix(".mid"))
    assert {mido.tempo2bpm(event.tempo) for event in file.tracks[0] if event.type == "set_tempo"} == {
        solo.bpm
    }
    delay = 2 * solo.swing - 1
    for track, notes in zip(file.tracks[1:], solo.voices.values(), strict=True):
        steps = accumulate(event.time / file.ticks_per_beat * 4 for event in track)
        heard = sorted(
            (step, event.note) for step, event in zip(steps, track, strict=True) if event.type == "note_on"
        )
        meant = sorted((note.start + delay * (note.start % 2), note.pitch) for note in notes)
        assert [pitch for _, pitch in heard] == [pitch for _, pitch in meant]
        assert [step for step, _ in heard] == pytest.approx([step for step, _ in meant], abs=0.01)


def test_the_page_shows_the_winners(searched: tuple[Path, list[Candidate]]) -> None:
    folder, candidates = searched
    best = candidates[0]
    (folder / best.folder / "solo-2.ogg").write_bytes(b"")
    page = write_page(folder, candidates, study="<toy>", winners=1).read_text("utf-8")
    assert "&lt;toy&gt;" in page
    for seed in SEEDS:
        assert f'href="{best.folder}/solo-{seed}.mid"' in page
    assert page.count("<audio") == 1
    assert f'src="{best.folder}/melody/songs/curves.png"' in page
    assert f'href="{candidates[1].folder}/' not in page


def test_bits_decide_and_within_the_noise_the_solos_do(tmp_path: Path) -> None:
    study = open_study("order", f"sqlite:///{tmp_path / 'study.db'}", seed=1)
    for bits, inside in ((21.0, 0.9), (20.05, 0.5), (19.95, 0.4)):
        attributes = {"folder": "", "inside": inside, "figures": {}}
        study.add_trial(optuna.create_trial(value=bits, user_attrs=attributes))
    assert [candidate.number for candidate in rank(study)] == [1, 2, 0]


def test_an_interrupted_trial_is_gone_on_with(tmp_path: Path) -> None:
    storage = f"sqlite:///{tmp_path / 'study.db'}"
    tried: list[tuple[int, float]] = []

    def objective(trial: optuna.Trial) -> float:
        tried.append((first_number(trial), trial.suggest_float("x", 0, 1)))
        if len(tried) == 2:
            raise KeyboardInterrupt
        return 1.0

    with pytest.raises(KeyboardInterrupt):
        run(open_study("again", storage, seed=1), objective, trials=3)
    run(open_study("again", storage, seed=1), objective, trials=3)
    assert tried[2] == tried[1]
    assert len({number for number, _ in tried}) == 3


def test_a_database_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"cannot open the study 'x' in sqlite:.*--storage"):
        open_study("x", f"sqlite:///{tmp_path}/none/study.db", seed=1)
    with pytest.raises(ValueError, match=r"cannot open the study 'x' in nonsense"):
        open_study("x", "nonsense", seed=1)


def test_a_missing_voice_is_named_before_anything_is_tried(tmp_path: Path) -> None:
    shutil.copyfile(MODELS / "melody.npz", tmp_path / "melody.npz")
    with pytest.raises(ValueError, match=r"there is no .*chords\.npz: train the other voices"):
        search(
            songs=None,
            sheets=SHEETS,
            models=tmp_path,
            folder=tmp_path / "search",
            study="x",
            storage="sqlite:///:memory:",
            trials=1,
            seed=1,
        )
