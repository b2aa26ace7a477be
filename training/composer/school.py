"""Teaching a voice: its course from the first song to the weights on disk."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from training.composer.copying import KnownRuns
from training.composer.corpus import Corpus
from training.composer.courses import COURSES, Course, toy
from training.composer.history import Epoch
from training.composer.house import LeadSheet
from training.composer.infer import KNOWN_RUNS
from training.composer.lesson import Lesson, Material, TrainingConfig
from training.composer.melody_voice import MELODY
from training.composer.train import train
from training.composer.weights import Weights, save_weights

RUNS: Final = Path("runs")


def teach(
    voice: str,
    *,
    songs: Corpus | None,
    sheets: Sequence[LeadSheet],
    identity: str,
    to: Path,
    seed: int,
    is_toy: bool = False,
    runs: Path = RUNS,
    course: Course | None = None,
    watch: Callable[[Epoch], object] = lambda _: None,
) -> Weights:
    """Teach a voice, on the songs if there are any and then on the lead sheets; write its weights.

    Each part of the course keeps its checkpoint, history and best weights in `runs`/`identity`/`voice`, and
    is gone on from where it was, or taken as it is if it was finished.

    Args:
        voice: a key of COURSES.
        songs: what to learn from first.
        sheets: what to be refined on; with songs there may be none.
        identity: the name of the weights.
        to: the file for the weights, written when all is learnt; a melody's known runs are put beside it.
        seed: of all chance.
        is_toy: tiny and fast, to try the whole course.
        runs: where trainings are kept.
        course: another one than the voice's own.
        watch: is told of each epoch of the first part.

    Raises:
        ValueError: when the corpora have too little of this voice, or `runs` holds a training of this name
            that was begun with something else.
    """
    course = COURSES[voice] if course is None else course
    course = toy(course) if is_toy else course
    folder = runs / identity / voice
    card: dict[str, Any] = {"id": identity, "voice": voice, "house_pieces": len(sheets), "seed": seed}

    def learn(material: Material, training: TrainingConfig, part: str, before: Weights | None) -> Weights:
        dropout = course.model.dropout if before is None else course.fine_tuning_dropout
        model = replace(course.model, dropout=dropout)
        lesson = Lesson(course.scheme, material, model, replace(training, seed=seed), before)
        return train(lesson, card=card, folder=folder / part, watch=watch if before is None else _look_away)

    learnt: Weights | None = None
    if course.song is not None and songs is not None:
        card |= {"data": songs.credit, "pieces": len(songs.pieces), "corpus_sha256": songs.sha256}
        material = Material(
            *(
                [course.song(piece) for piece in songs.split(split)[: course.most_songs]]
                for split in ("train", "validation")
            )
        )
        learnt = learn(material, course.pre_training, "songs", None)
        card |= {"songs_validation_bits_per_bar": learnt.card["validation_bits_per_bar"]}
    if sheets or learnt is None:
        material = Material(
            *(
                [course.sheet(sheet) for sheet in sheets if sheet.piece.split == split]
                for split in ("train", "validation")
            )
        )
        training = course.from_scratch if learnt is None else course.fine_tuning
        learnt = learn(material, training, "house", learnt)
    save_weights(to, learnt)
    if course.scheme is MELODY:
        pieces = [*(songs.pieces if songs is not None else ()), *(sheet.piece for sheet in sheets)]
        known = KnownRuns.of(piece.melody for piece in pieces if piece.split == "train")
        known.save(to.parent / KNOWN_RUNS)
    return learnt


def _look_away(_: Epoch) -> None:
    """Watch nothing."""
