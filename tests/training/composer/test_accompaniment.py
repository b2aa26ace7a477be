"""Bass and comping play the chords that are asked for, in their registers, whatever the models draw."""

from pathlib import Path
from random import Random

import pytest

from training.composer.bass_voice import (
    BASS,
    INTERVALS,
    LEAD,
    BassBounds,
    BassReader,
    bass_notes,
    bass_spans,
)
from training.composer.bass_voice import REGISTER as BASS_REGISTER
from training.composer.comp_voice import COMP, LATEST, STROKES, CompBounds, CompReader, comp_notes
from training.composer.ground import Ground
from training.composer.house import house_sheets
from training.composer.network import Network
from training.composer.voicing import REGISTER, VOICINGS, voice
from training.composer.weights import load_weights
from training.composer.writing import write_line
from training.music.chords import FLAT_NAMES, QUALITIES, Chord, parse_chord, parse_progression
from training.music.form import plan_form
from training.music.progressions import PROGRESSIONS
from training.music.solo import Note
from training.music.tokens import Span, events_to_spans

MODELS = Path("static/models")
BARS = 16


def _beats(progression: str) -> list[Chord]:
    loop = parse_progression(progression)
    return [
        chord
        for bar in range(BARS)
        for chord in loop[bar % len(loop)]
        for _ in range(4 // len(loop[bar % len(loop)]))
    ]


@pytest.mark.parametrize("kind", VOICINGS)
@pytest.mark.parametrize("quality", QUALITIES)
def test_every_chord_can_be_voiced_with_its_third_and_seventh(quality: str, kind: str) -> None:
    before: tuple[int, ...] = ()
    for root in FLAT_NAMES:
        chord = parse_chord(root + quality)
        before = voice(chord, kind, after=before)
        sounding = {pitch % 12 for pitch in before}
        guides = {chord.intervals[1], *(step for step in chord.intervals if step in (9, 10, 11))}
        guides = {(chord.root + step) % 12 for step in guides}
        assert guides <= sounding <= chord.pitch_classes
        assert REGISTER[0] <= before[0]
        assert before[-1] <= REGISTER[1] + 4
        assert list(before) == sorted(set(before))


@pytest.mark.parametrize("row", PROGRESSIONS.values(), ids=str)
def test_the_models_play_the_chords_asked_for(row: object) -> None:
    ground = Ground(_beats(row.chords), [Note(bar * 16, 72, 10, 64) for bar in range(BARS)])  # type: ignore[attr-defined]
    form = plan_form(BARS)
    for seed in range(4):
        random = Random(seed)
        reader = BassReader(ground, form=form, bars=BARS, style="cosy")
        network = Network(load_weights(MODELS / "bass.npz", BASS))
        events = write_line(network, reader, BassBounds(ground), temperature=1.2, random=random)
        bass = bass_notes(events_to_spans(events, INTERVALS), ground)
        for note in bass:
            stretch = ground.at(note.start)
            following = ground.after(note.start)
            leads = following is not None and stretch.end - note.start <= LEAD
            assert note.pitch % 12 in stretch.chord.pitch_classes or leads
            assert BASS_REGISTER[0] <= note.pitch <= BASS_REGISTER[1]
            assert note.end <= stretch.end

        comp_reader = CompReader(ground, bass, form=form, bars=BARS, style="cosy")
        network = Network(load_weights(MODELS / "comp.npz", COMP))
        events = write_line(network, comp_reader, CompBounds(ground), temperature=1.2, random=random)
        chords = comp_notes(events_to_spans(events, STROKES), ground)
        for stretch in ground.stretches:
            struck = [note for note in chords if stretch.start <= note.start < stretch.end]
            assert struck
            assert struck[0].start - stretch.start <= LATEST
            assert {note.pitch % 12 for note in struck} <= stretch.chord.pitch_classes


def test_bass_lines_are_read_back_from_their_intervals() -> None:
    for sheet in house_sheets(Path("training/corpus")):
        ground = sheet.ground()
        again = bass_notes(bass_spans(sheet.bass, ground), ground)
        assert [(n.start, n.length, n.pitch % 12) for n in again] == [
            (n.start, n.length, n.pitch % 12) for n in sheet.bass
        ]


def test_a_chord_struck_again_stays_where_it_is() -> None:
    ground = Ground(_beats("Dm9 G13"), [])
    letters = tuple(VOICINGS)
    spans = [Span(0, 6, letters.index("A")), Span(8, 8, letters.index("A"))]
    notes = comp_notes(spans, ground)
    assert {n.pitch for n in notes if n.start == 0} == {n.pitch for n in notes if n.start == 8}
