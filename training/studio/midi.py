"""Write a solo as a Standard MIDI File that sounds as the station plays it."""

from pathlib import Path

import mido

from training.music.grid import STEPS_PER_BEAT, swing_delay
from training.music.solo import Solo

TICKS_PER_BEAT = 480
PROGRAM = 4  # General MIDI "Electric Piano 1"


def write_midi(path: Path, solo: Solo) -> None:
    """Write a track a voice, each with its own channel, the solo's swing applied to the onsets."""
    file = mido.MidiFile(ticks_per_beat=TICKS_PER_BEAT)
    head = mido.MidiTrack()
    head.append(mido.MetaMessage("track_name", name=solo.title))
    head.append(mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(solo.bpm)))
    head.append(mido.MetaMessage("time_signature", numerator=4, denominator=4))
    file.tracks.append(head)
    for channel, (voice, notes) in enumerate(solo.voices.items()):
        track = mido.MidiTrack()
        track.append(mido.MetaMessage("track_name", name=voice))
        track.append(mido.Message("program_change", channel=channel, program=PROGRAM))
        # At one tick a note ends before the same pitch begins again: "note_off" < "note_on".
        events = sorted(
            event
            for note in notes
            for event in (
                (_ticks(note.start, solo), "note_on", note.pitch, note.velocity),
                (_ticks(note.end, solo), "note_off", note.pitch, 0),
            )
        )
        now = 0
        for tick, kind, pitch, velocity in events:
            track.append(mido.Message(kind, channel=channel, note=pitch, velocity=velocity, time=tick - now))
            now = tick
        file.tracks.append(track)
    aside = path.with_suffix(".part")
    file.save(aside)
    aside.replace(path)


def _ticks(step: int, solo: Solo) -> int:
    swung = step + swing_delay(step, swing=solo.swing)
    return round(swung * TICKS_PER_BEAT / STEPS_PER_BEAT)
