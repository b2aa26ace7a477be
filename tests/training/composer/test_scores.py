"""MusicXML and MIDI come in through music21; what cannot be learnt from is named with a remedy."""

from pathlib import Path
from typing import Any

import pytest
from music21 import harmony, meter, note, stream

from training.composer.corpus import gather

# music21 10 leaves files it parsed to the garbage collector, and its metadata module warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


Part: Any = stream.Part  # music21 has no types


def _lead_sheet(*, time: str = "4/4", with_chords: bool = True) -> Any:
    part = Part([meter.TimeSignature(time)])
    for bar in range(4):
        if with_chords:
            part.insert(bar * 4, harmony.ChordSymbol(("Gm7", "C9", "Fmaj7", "Dm7")[bar]))
        for beat, name in enumerate(("A4", "C5", "F4", "G4")):
            part.insert(bar * 4 + beat, note.Note(name, quarterLength=1))
    return part


def test_a_lead_sheet_keeps_its_melody_and_its_chords(tmp_path: Path) -> None:
    _lead_sheet().write("musicxml", tmp_path / "tune.musicxml")
    (piece,) = gather(tmp_path).pieces
    assert piece.bars == 4
    assert [(n.start, n.pitch, n.length) for n in piece.melody[:4]] == [
        *((0, 64, 4), (4, 67, 4), (8, 60, 4), (12, 62, 4))  # F major, moved down to C
    ]
    assert [chord.symbol() if chord else "" for chord in piece.chords[::4]] == ["Dm7", "G9", "Cmaj7", "Am7"]


def test_a_midi_file_has_a_melody_and_no_chords(tmp_path: Path) -> None:
    _lead_sheet(with_chords=False).write("midi", tmp_path / "tune.mid")
    (piece,) = gather(tmp_path).pieces
    assert [n.pitch for n in piece.melody[:4]] == [64, 67, 60, 62]
    assert set(piece.chords) == {None}


def test_bad_scores_are_named_and_the_rest_loads(tmp_path: Path) -> None:
    _lead_sheet().write("musicxml", tmp_path / "good.musicxml")
    _lead_sheet(time="3/4").write("musicxml", tmp_path / "waltz.musicxml")
    Part([note.Rest(quarterLength=4)]).write("musicxml", tmp_path / "rests.musicxml")
    (tmp_path / "broken.mid").write_bytes(b"MThd and then nothing")
    (tmp_path / "empty.mid").write_bytes(b"")
    corpus = gather(tmp_path)
    assert [piece.id for piece in corpus.pieces] == ["score/good.musicxml"]
    said = dict(refusal.split(": ", 1) for refusal in corpus.refused)
    assert set(said) == {
        f"score/{name}" for name in ("broken.mid", "empty.mid", "rests.musicxml", "waltz.musicxml")
    }
    assert "export it again" in said["score/broken.mid"]
    assert "export it again" in said["score/empty.mid"]
    assert "no melody notes" in said["score/rests.musicxml"]
    assert "only 4/4 can be learnt" in said["score/waltz.musicxml"]


def test_a_folder_without_scores_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no score"):
        gather(tmp_path)
