"""The search: melody models of many shapes, each taught, judged by held-out bits and by five solos."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import optuna
from optuna.trial import TrialState
from tqdm import tqdm

from training.composer.corpus import Corpus
from training.composer.evaluate import compose_for_page
from training.composer.history import Epoch
from training.composer.house import LeadSheet
from training.composer.infer import SCHEMES, load_composer
from training.composer.melody_voice import MELODY
from training.composer.school import teach
from training.composer.search_judge import Judge
from training.composer.search_space import suggest
from training.composer.search_study import first_number, open_study, run
from training.composer.solo_midi import write_solo_midi

SEEDS: Final = range(1, 6)
NOISE: Final = 0.2  # bits a bar by which two trainings of one model may differ


@dataclass(frozen=True)
class Candidate:
    """A model that was tried."""

    number: int
    folder: str  # its place in the search's folder, with its solos as solo-1.json, solo-1.mid and so on
    bits: float  # a bar, on the pieces to validate
    inside: float  # see search_judge.Verdict
    figures: Mapping[str, float]
    settings: Mapping[str, Any]


def search(
    *,
    songs: Corpus | None,
    sheets: Sequence[LeadSheet],
    models: Path,
    folder: Path,
    study: str,
    storage: str,
    trials: int,
    seed: int,
    is_toy: bool = False,
) -> list[Candidate]:
    """Try melody models until the study has `trials` of them; return all but those given up, best first.

    Args:
        songs: what to learn from first.
        sheets: what to be refined on, and the music to be like.
        models: where the other voices' weights are.
        folder: for everything that is tried, a folder a trial.
        study: the name of the study.
        storage: the study's database, which several workers may share.
        trials: how many are to be finished in all, by this run and by others.
        seed: of what is suggested; each of several workers is given another.
        is_toy: tiny models.

    Raises:
        ValueError: when the database cannot be opened, or a corpus or a model is missing.
    """
    judge, others = Judge(songs, sheets), _other_voices(models)

    def objective(trial: optuna.Trial) -> float:
        course = suggest(trial, is_toy=is_toy)
        name = f"trial-{first_number(trial):04}"
        trial.set_user_attr("folder", name)
        voices = folder / name / "models"
        voices.mkdir(parents=True, exist_ok=True)
        for path in others:
            shutil.copyfile(path, voices / path.name)

        def watch(epoch: Epoch) -> None:
            trial.report(epoch.held_out.total, epoch.number)
            if trial.should_prune():
                _say(f"{name}: given up after epoch {epoch.number}, as others were better by then")
                raise optuna.TrialPruned

        weights = teach(
            MELODY.name,
            songs=songs,
            sheets=sheets,
            identity=name,
            to=voices / f"{MELODY.name}.npz",
            seed=1,
            runs=folder,
            course=course,
            watch=watch,
        )
        composer = load_composer(voices)
        solos = {number: compose_for_page(composer, number) for number in SEEDS}
        for number, solo in solos.items():
            path = folder / name / f"solo-{number}.json"
            path.write_text(json.dumps(solo.to_json(), indent=1) + "\n", "utf-8")
            write_solo_midi(path.with_suffix(".mid"), solo)
        verdict = judge.hear(solos.values())
        trial.set_user_attr("inside", verdict.inside)
        trial.set_user_attr("figures", verdict.figures)
        bits = weights.card.get("songs_validation_bits_per_bar", weights.card["validation_bits_per_bar"])
        _say(f"{name}: {bits:.2f} bits a bar, {verdict.inside:.0%} of the figures as in held-out lofi")
        return float(bits)

    folder.mkdir(parents=True, exist_ok=True)
    opened = open_study(study, storage, seed=seed)
    run(opened, objective, trials=trials)
    return rank(opened)


def rank(study: optuna.Study) -> list[Candidate]:
    """Return the candidates with the fewest bits first; among those that differ by noise, the most inside."""
    candidates = [
        Candidate(
            trial.number,
            trial.user_attrs["folder"],
            trial.values[0],
            trial.user_attrs["inside"],
            trial.user_attrs["figures"],
            trial.params,
        )
        for trial in study.get_trials(states=[TrialState.COMPLETE])
    ]
    return sorted(candidates, key=lambda one: (round(one.bits / NOISE), -one.inside, one.bits))


def _other_voices(models: Path) -> list[Path]:
    """Return the weights of all voices but the melody."""
    paths = [models / f"{scheme.name}.npz" for scheme in SCHEMES if scheme is not MELODY]
    for path in paths:
        if not path.exists():
            raise ValueError(f"there is no {path}: train the other voices first, or say --models FOLDER")
    return paths


def _say(line: str) -> None:
    tqdm.write(line, file=sys.stderr)
