"""Chord symbols are read as musicians mean them."""

import pytest

from training.music.chords import (
    FLAT_NAMES,
    QUALITIES,
    format_progression,
    parse_chord,
    parse_progression,
)


@pytest.mark.parametrize(
    ("symbol", "root", "pitch_classes", "bass"),
    [
        ("Dm9", 2, {2, 5, 9, 0, 4}, 2),
        ("G13", 7, {7, 11, 2, 5, 9, 4}, 7),
        ("Cmaj9", 0, {0, 4, 7, 11, 2}, 0),
        ("CM7", 0, {0, 4, 7, 11}, 0),
        ("CΔ", 0, {0, 4, 7, 11}, 0),
        ("A7b9", 9, {9, 1, 4, 7, 10}, 9),
        ("A7(b9)", 9, {9, 1, 4, 7, 10}, 9),
        ("Am7/G", 9, {9, 0, 4, 7}, 7),
        ("F#ø7", 6, {6, 9, 0, 4}, 6),
        ("B♭maj7#11", 10, {10, 2, 5, 9, 4}, 10),
        ("E-7", 4, {4, 7, 11, 2}, 4),
        ("C6/9", 0, {0, 4, 7, 9, 2}, 0),
        ("C6/E", 0, {0, 4, 7, 9}, 4),
    ],
)
def test_symbols_name_their_tones(symbol: str, root: int, pitch_classes: set[int], bass: int) -> None:
    chord = parse_chord(symbol)
    assert (chord.root, set(chord.pitch_classes), chord.bass) == (root, pitch_classes, bass)


@pytest.mark.parametrize("quality", QUALITIES)
def test_every_chord_is_read_back_from_its_symbol(quality: str) -> None:
    for root in FLAT_NAMES:
        for bass in FLAT_NAMES:
            chord = parse_chord(f"{root}{quality}/{bass}")
            assert parse_chord(chord.symbol()) == chord
            assert parse_chord(chord.symbol(sharps=True)) == chord


def test_transposing_moves_every_tone() -> None:
    assert parse_chord("Am7/G").transposed(3) == parse_chord("Cm7/Bb")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("H7", "from A to G"),
        ("Cmaj17", "did you mean Cmaj7?"),
        ("Dmm7", "did you mean D"),
        ("", "from A to G"),
    ],
)
def test_unknown_chords_are_named_with_a_suggestion(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match="cannot read the chord") as caught:
        parse_chord(text)
    assert repr(text) in str(caught.value)
    assert hint in str(caught.value)


def test_a_progression_is_a_chord_a_bar_or_bars_between_strokes() -> None:
    assert [len(bar) for bar in parse_progression("Dm9 G13 Cmaj9 A7")] == [1, 1, 1, 1]
    assert [len(bar) for bar in parse_progression("| Dm9 G13 | Cmaj9 |")] == [2, 1]


@pytest.mark.parametrize("text", ["", "  ", "| |", "C | | G", "C F G | C"])
def test_progressions_that_cannot_be_played_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="progression"):
        parse_progression(text)


@pytest.mark.parametrize("text", ["Dm9 G13 Cmaj9", "Dm9 G13 | Cmaj9", "Fm7b5 Bb7alt"])
def test_progressions_are_read_back_as_written(text: str) -> None:
    assert format_progression(parse_progression(text)) == text
