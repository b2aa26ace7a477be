"""Every progression and mood in the tables can be played, whatever row is added."""

import pytest

from training.composer.scheme import STYLES
from training.music.chords import parse_progression
from training.music.key import HOME
from training.music.moods import DEFAULT_MOOD, MOODS, Mood
from training.music.progressions import PROGRESSIONS, Progression


@pytest.mark.parametrize("row", PROGRESSIONS.values(), ids=str)
def test_progressions_fill_whole_phrases(row: Progression) -> None:
    assert len(parse_progression(row.chords)) == 4


@pytest.mark.parametrize("row", MOODS.values(), ids=str)
def test_moods_can_be_composed_in(row: Mood) -> None:
    assert row.id in STYLES
    assert row.modes
    assert set(row.modes) <= set(HOME)
    assert 0.2 <= row.temperature <= 1.5
    assert 0.5 <= row.swing <= 0.7
    assert len({*row.first_words, *row.last_words}) == len(row.first_words) + len(row.last_words)


def test_ids_are_the_keys() -> None:
    assert all(row.id == key for table in (MOODS, PROGRESSIONS) for key, row in table.items())
    assert DEFAULT_MOOD in MOODS
