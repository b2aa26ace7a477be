"""Lead sheets as those projects' readers saw music: names of notes, chords in normal order, and rests."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from training.composer.comp_voice import STROKES, comp_notes
from training.composer.house import LeadSheet
from training.composer.voicing import VOICINGS
from training.music.chords import PITCH_CLASSES, SHARP_NAMES
from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note
from training.music.tokens import Span

REST: Final = "r"
assert len(VOICINGS) == STROKES.symbols


class Sung(NamedTuple):
    """A note's name, or REST, and its length in steps."""

    name: str
    length: int


def note_name(pitch: int) -> str:
    """Return a MIDI pitch by name and octave, 60 as `C4`."""
    return f"{SHARP_NAMES[pitch % 12]}{pitch // 12 - 1}"


def name_to_pitch(name: str) -> int:
    """Read back what `note_name` wrote."""
    letters = name.rstrip("-0123456789")
    return 12 * (int(name[len(letters) :]) + 1) + PITCH_CLASSES[letters]


def normal_order(pitches: Iterable[int]) -> tuple[int, ...]:
    """Return the pitch classes in normal order: the rotation that spans least, packed to the bottom.

    Ties are settled by the interval above the first class, then by the next one up, and so on, then by the
    lower first class (Forte, *The Structure of Atonal Music*, 1973, section 1.2; music21 does the same).
    """
    classes = sorted({pitch % 12 for pitch in pitches})
    rotations = [classes[at:] + classes[:at] for at in range(len(classes))]

    def width(rotation: list[int]) -> list[int]:
        above = [(tone - rotation[0]) % 12 for tone in rotation]
        return [above[-1], *above]

    tightest: list[int] = min(rotations, key=width)
    return tuple(tightest)


def melody_with_rests(sheet: LeadSheet) -> list[Sung]:
    """Return the melody end to end, from step 0 to the end of its last bar."""
    sung, now = [], 0
    for note in sheet.piece.melody:
        if note.start > now:
            sung.append(Sung(REST, note.start - now))
        sung.append(Sung(note_name(note.pitch), note.length))
        now = note.end
    if now < sheet.piece.bars * STEPS_PER_BAR:
        sung.append(Sung(REST, sheet.piece.bars * STEPS_PER_BAR - now))
    return sung


def comping(sheet: LeadSheet) -> list[Note]:
    """Return the comping chords as they are voiced."""
    letters = tuple(VOICINGS)
    spans = [Span(comp.start, comp.length, letters.index(comp.voicing)) for comp in sheet.comping]
    return comp_notes(spans, sheet.ground())


def piano_tokens(sheet: LeadSheet) -> list[str]:
    """Return melody and comping as one part, a token a sound: at one onset the chord, then the note.

    A chord is its pitch classes in normal order with dots between, as `2.5.9.0`; a rest stands where the
    melody is silent.
    """
    chords: dict[int, list[int]] = {}
    for note in comping(sheet):
        chords.setdefault(note.start, []).append(note.pitch)
    sounds = [(start, 0, ".".join(map(str, normal_order(pitches)))) for start, pitches in chords.items()]
    now = 0
    for name, length in melody_with_rests(sheet):
        sounds.append((now, 1, name))
        now += length
    return [token for _, _, token in sorted(sounds)]
