"""The course each voice is taught: how songs and lead sheets are read for it, and how long it learns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from training.composer.bass_voice import BASS
from training.composer.chord_voice import HARMONY
from training.composer.comp_voice import COMP
from training.composer.dataset import Encoded, encode_bass, encode_chords, encode_comp, encode_melody
from training.composer.house import LeadSheet
from training.composer.lesson import TrainingConfig
from training.composer.melody_voice import MELODY
from training.composer.piece import Piece
from training.composer.scheme import POP, Scheme
from training.composer.weights import ModelConfig

PRE_TRAINING: Final = TrainingConfig()
FINE_TUNING: Final = TrainingConfig(epochs=40, window=64, batch=16, learning_rate=2e-3, patience=12)
FROM_SCRATCH: Final = TrainingConfig(epochs=60, window=64, batch=8, learning_rate=2e-3, patience=12)
TOY_MODEL: Final = ModelConfig(units=24, kind_width=8, head_width=24)
TOY_SONGS: Final = 24  # of each split
TOY_TRAINING: Final = TrainingConfig(epochs=2, window=64, batch=8)


@dataclass(frozen=True)
class Course:
    """How one voice is taught: first on songs, if they have it, and then on lead sheets."""

    scheme: Scheme
    model: ModelConfig
    song: Callable[[Piece], Encoded] | None  # how a pre-training song is read, if it has this voice
    sheet: Callable[[LeadSheet], Encoded]  # how a lead sheet is read
    pre_training: TrainingConfig = PRE_TRAINING
    fine_tuning: TrainingConfig = FINE_TUNING
    fine_tuning_dropout: float = 0.5  # more than the model's own, as there are few lead sheets
    from_scratch: TrainingConfig = FROM_SCRATCH  # on lead sheets alone
    most_songs: int | None = None  # of each split


COURSES: Final[Mapping[str, Course]] = {
    "melody": Course(
        MELODY,
        ModelConfig(units=128),
        lambda piece: encode_melody(piece, style=POP),
        lambda sheet: encode_melody(sheet.piece, style=sheet.mood),
    ),
    "chords": Course(
        HARMONY,
        ModelConfig(units=96, head_width=96),
        lambda piece: encode_chords(piece, style=POP),
        lambda sheet: encode_chords(sheet.piece, style=sheet.mood),
    ),
    "bass": Course(BASS, ModelConfig(units=64, kind_width=12, head_width=64), None, encode_bass),
    "comp": Course(COMP, ModelConfig(units=64, kind_width=8, head_width=64), None, encode_comp),
}


def toy(course: Course) -> Course:
    """Return the course made tiny and fast, to try all of it within a minute."""
    return replace(
        course,
        model=TOY_MODEL,
        pre_training=TOY_TRAINING,
        fine_tuning=TOY_TRAINING,
        from_scratch=TOY_TRAINING,
        most_songs=TOY_SONGS,
    )
