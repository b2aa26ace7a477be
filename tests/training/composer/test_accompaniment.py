"""The chords asked for are the chords voiced, in their register, moving little."""

import itertools

import pytest

from training.composer.accompaniment import (
    BASS_REGISTER,
    CHORD_REGISTER,
    chord_spans,
    voice,
    write_bass,
    write_chords,
)
from training.music.chords import FLAT_NAMES, QUALITIES, Chord, parse_chord, parse_progression
from training.music.progressions import PROGRESSIONS
from training.music.solo import Note


def _beats(progression: str) -> list[Chord]:
    bars = parse_progression(progression)
    return [chord for bar in bars for chord in bar for _ in range(4 // len(bar))]


@pytest.mark.parametrize("quality", QUALITIES)
def test_every_chord_is_voiced_with_its_third_and_seventh(quality: str) -> None:
    voicing: tuple[int, ...] = ()
    for root in FLAT_NAMES:
        chord = parse_chord(root + quality)
        voicing = voice(chord, after=voicing)
        sounding = {pitch % 12 for pitch in voicing}
        guide_tones = {
            (chord.root + step) % 12 for step in chord.intervals[1:] if step % 12 != 7 and step < 12
        }
        assert guide_tones <= sounding <= chord.pitch_classes
        assert CHORD_REGISTER[0] <= min(voicing) <= max(voicing) <= CHORD_REGISTER[1]
        assert 3 <= len(set(voicing)) == len(voicing) <= 5


@pytest.mark.parametrize("row", PROGRESSIONS.values(), ids=str)
def test_voices_move_by_small_steps(row: object) -> None:
    spans = chord_spans(_beats(row.chords))  # type: ignore[attr-defined]
    voicings: list[tuple[int, ...]] = []
    for span in spans:
        voicings.append(voice(span.chord, after=voicings[-1] if voicings else ()))
    for before, after in itertools.pairwise(voicings):
        moves = [min(abs(pitch - old) for old in before) for pitch in after]
        assert sum(moves) / len(moves) <= 2.5


def test_chords_last_until_the_next_and_answer_the_melodys_breath() -> None:
    spans = chord_spans(_beats("Dm9 G13"))
    still = write_chords(spans, [Note(0, 74, 32, 64)])
    assert {(note.start, note.length) for note in still} == {(0, 16), (16, 16)}
    breathing = write_chords(spans, [Note(0, 74, 6, 64), Note(16, 74, 16, 64)])
    assert {(note.start, note.length) for note in breathing} == {(0, 6), (6, 10), (16, 16)}


def test_the_bass_has_the_root_or_the_slash_and_leads_on() -> None:
    spans = chord_spans(_beats("Am9 | Am9/G | Fmaj9 | E7#9"))
    bass = write_bass(spans)
    on_the_bar = [note for note in bass if note.start % 16 == 0]
    assert [note.pitch % 12 for note in on_the_bar] == [9, 7, 5, 4]
    assert all(BASS_REGISTER[0] <= note.pitch <= BASS_REGISTER[1] for note in on_the_bar)
    for lead, target in itertools.pairwise(bass):
        if lead.start % 16:
            assert 1 <= abs(lead.pitch - target.pitch) <= 2
