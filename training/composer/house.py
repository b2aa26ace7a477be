"""The house corpus: lofi lead sheets written by hand for this project, in `training/corpus/`.

A lead sheet is text. A head of `name: value` lines, then sections; a section is a phrase of the form, named
by a letter (the same letter again is a version of the same strain), and holds systems of four voices, bars
between strokes:

    [A]
    chords | Gm9                         | C13              |
    melody | -:2 A4:2 C5:2 D5:6 C5:2 A4:2 | G4:6 A4:6 -:4    |
    bass   | G2:10 D2:4 F2:2              | C2:12 Bb1:4      |
    comp   | B:6 -:2 B:8                  | A:16             |

Lengths are in sixteenths and fill the bar, 16 in all; `-` is a rest, `~` goes on with the note before it. A
bar holds one, two or four chords of equal length. A comp event names its voicing by a letter of VOICINGS.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from training.composer.ground import Ground
from training.composer.piece import Piece, UnusableError, check
from training.composer.voicing import VOICINGS
from training.music.chords import PITCH_CLASSES, Chord, parse_progression
from training.music.form import read_form
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BAR
from training.music.key import key_to_shift
from training.music.solo import Note

VOICES: Final = ("chords", "melody", "bass", "comp")
HEAD: Final = ("title", "mood", "key", "swing")
VELOCITY: Final = 64
TOKEN: Final = re.compile(r"(\S+):(\d+)")
PITCH: Final = re.compile(r"([A-G])(#|b|)(\d)")
ACCIDENTALS: Final = {"": 0, "#": 1, "b": -1}  # semitones
LONG_ENOUGH: Final = range(8, 17)  # bars


class Comp(NamedTuple):
    """One stroke of the comping hand."""

    start: int  # step
    length: int  # steps
    voicing: str  # a key of VOICINGS


@dataclass(frozen=True)
class LeadSheet:
    """A piece of the house corpus with what a plain melody over chords does not hold."""

    title: str
    mood: str
    swing: float  # see grid.swing_delay
    shift: int  # semitones from C major or A minor to the written key
    piece: Piece  # in C major or A minor
    bass: tuple[Note, ...]  # moved as the melody is
    comping: tuple[Comp, ...]

    def ground(self) -> Ground:
        """Return what its accompaniment stands on."""
        return Ground([chord for chord in self.piece.chords if chord is not None], self.piece.melody)


def read_house(folder: Path) -> Iterator[LeadSheet | UnusableError]:
    """Yield each lead sheet below the folder, or why it cannot be used, in the order of their paths."""
    for path in sorted(folder.rglob("*.txt")):
        try:
            yield read_lead_sheet(path.read_text("utf-8"), name=path.stem)
        except UnusableError as error:
            yield error


def house_sheets(folder: Path) -> list[LeadSheet]:
    """Return every lead sheet below the folder.

    Raises:
        UnusableError: at the first that cannot be used, as the corpus is ours to mend.
    """
    sheets = []
    for outcome in read_house(folder):
        if isinstance(outcome, UnusableError):
            raise outcome
        sheets.append(outcome)
    return sheets


def read_lead_sheet(text: str, *, name: str) -> LeadSheet:
    """Read one lead sheet.

    Raises:
        UnusableError: naming the sheet, the line where it can, and what was expected.
    """
    identity = f"house/{name}"
    head: dict[str, str] = {}
    form: list[tuple[str, int]] = []
    bars: dict[str, list[str]] = {voice: [] for voice in VOICES}
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        voice, stroke, rest = stripped.partition("|")
        if stripped.startswith("["):
            form.append((stripped.strip("[]").strip(), 0))
        elif stroke and voice.strip() in VOICES and form:
            cells = [cell.strip() for cell in rest.strip().rstrip("|").split("|")]
            bars[voice.strip()] += cells
            if voice.strip() == "chords":
                form[-1] = (form[-1][0], form[-1][1] + len(cells))
        elif ":" in stripped and not form:
            key, _, value = stripped.partition(":")
            head[key.strip()] = value.strip()
        else:
            raise UnusableError(
                f"{identity}: line {number} is neither a head, a [section] nor a voice: {line!r}"
            )
    if missing := [key for key in HEAD if key not in head]:
        raise UnusableError(f"{identity}: its head lacks {', '.join(missing)}")
    count = len(bars["chords"])
    for voice, cells in bars.items():
        if len(cells) != count:
            raise UnusableError(f"{identity}: {voice} has {len(cells)} bars, chords has {count}")
    if count not in LONG_ENOUGH:
        raise UnusableError(f"{identity}: it has {count} bars; 8 to 16 are expected")
    return _assemble(identity, head, form, bars)


def _assemble(
    identity: str, head: dict[str, str], form: list[tuple[str, int]], bars: dict[str, list[str]]
) -> LeadSheet:
    try:
        shift = key_to_shift(head["key"])
        chords = parse_progression(" | ".join(bars["chords"]))
        swing = float(head["swing"])
    except ValueError as error:
        raise UnusableError(f"{identity}: {error}") from error
    beats: tuple[Chord, ...] = tuple(
        chord.transposed(-shift) for bar in chords for chord in bar for _ in range(BEATS_PER_BAR // len(bar))
    )
    melody = _notes(identity, "melody", bars["melody"], shift)
    return LeadSheet(
        title=head["title"],
        mood=head["mood"],
        swing=swing,
        shift=shift,
        piece=check(
            Piece(identity, len(chords), head["key"].split()[1], melody, beats, read_form(form)),
            trim=False,
        ),
        bass=_notes(identity, "bass", bars["bass"], shift),
        comping=tuple(
            Comp(start, length, sign)
            for start, length, sign in _events(identity, "comp", bars["comp"])
            if _known_voicing(identity, sign)
        ),
    )


def _notes(identity: str, voice: str, cells: list[str], shift: int) -> tuple[Note, ...]:
    return tuple(
        Note(start, _pitch(identity, sign) - shift, length, VELOCITY)
        for start, length, sign in _events(identity, voice, cells)
    )


def _events(identity: str, voice: str, cells: list[str]) -> list[tuple[int, int, str]]:
    """Return (start, length, sign) of what sounds, rests left out and `~` joined to what it prolongs."""
    events: list[tuple[int, int, str]] = []
    for bar, cell in enumerate(cells):
        step = bar * STEPS_PER_BAR
        for token in cell.split():
            match = TOKEN.fullmatch(token)
            if match is None:
                raise UnusableError(
                    f"{identity}: bar {bar + 1} of {voice}: cannot read {token!r}, expected A4:2"
                )
            sign, length = match[1], int(match[2])
            if sign == "~":
                if not events or sum(events[-1][:2]) != step:
                    raise UnusableError(f"{identity}: bar {bar + 1} of {voice}: {token!r} prolongs nothing")
                start, before, sign = events.pop()
                events.append((start, before + length, sign))
            elif sign != "-":
                events.append((step, length, sign))
            step += length
        if step != (bar + 1) * STEPS_PER_BAR:
            filled = step - bar * STEPS_PER_BAR
            raise UnusableError(
                f"{identity}: bar {bar + 1} of {voice} lasts {filled} sixteenths, not {STEPS_PER_BAR}"
            )
    return events


def _pitch(identity: str, sign: str) -> int:
    match = PITCH.fullmatch(sign)
    if match is None:
        raise UnusableError(f"{identity}: cannot read the pitch {sign!r}, expected e.g. Bb4")
    letter, accidental, octave = match.groups()
    return 12 * (int(octave) + 1) + PITCH_CLASSES[letter] + ACCIDENTALS[accidental]


def _known_voicing(identity: str, sign: str) -> bool:
    if sign not in VOICINGS:
        raise UnusableError(f"{identity}: there is no voicing {sign!r}: choose one of {', '.join(VOICINGS)}")
    return True
