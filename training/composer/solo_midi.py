"""A solo as a MIDI file, written without the studio's libraries: a track a voice, in time and swung."""

from pathlib import Path
from typing import Any, Final

from music21 import instrument, metadata, note, stream, tempo

from training.music.grid import STEPS_PER_BEAT, swing_delay
from training.music.solo import Solo

BEATS: Final = 1 / STEPS_PER_BEAT  # a step


def write_solo_midi(path: Path, solo: Solo) -> None:
    """Write the solo aside, then into place."""
    score: Any = stream.Score()
    score.insert(0, metadata.Metadata(title=solo.title))
    score.insert(0, tempo.MetronomeMark(number=solo.bpm))
    for voice, notes in solo.voices.items():
        part: Any = stream.Part(id=voice)  # type: ignore[no-untyped-call]  # music21 has no types
        piano: Any = instrument.ElectricPiano()  # type: ignore[no-untyped-call]
        piano.partName = voice
        part.insert(0, piano)
        for written in notes:
            sound = note.Note(written.pitch, quarterLength=written.length * BEATS)
            sound.volume.velocity = written.velocity
            swung = written.start + swing_delay(written.start, swing=solo.swing)
            part.insert(swung * BEATS, sound)
        score.insert(0, part)
    aside = path.with_suffix(".part")
    score.write("midi", fp=str(aside))
    aside.replace(path)
