"""POP909-HSA: 909 annotated songs as text files in an archive.

Dai, Zhang and Dannenberg, "Automatic Analysis and Influence of Hierarchical Structure
on Melody, Rhythm and Harmony in Popular Music", 2020.
"""

import re
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from training.composer.piece import Piece, UnusableError, check, in_scale_share
from training.music.chords import Chord
from training.music.form import read_form
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BAR
from training.music.key import key_to_shift
from training.music.solo import Note

CREDIT: Final = (
    "POP909-HSA, github.com/Dsqvival/hierarchical-structure-analysis at 3a8d0d0 (MIT, Shuqi Dai), "
    "made from POP909 (MIT, Music X Lab)"
)
VELOCITY: Final = 64  # the annotations carry none
FILES: Final = ("melody.txt", "finalized_chord.txt", "analyzed_key.txt", "human_label1.txt")
NOTE_LINE: Final = re.compile(r"(\d+)\s+(\d+)")
CHORD_LINE: Final = re.compile(r"(\S+):(.*) \[((?:\d+(?:, *\d+)*)?)\] (\d+) (\d+)\s*")
PHRASE: Final = re.compile(r"([A-Za-z])(\d+)")


def read_archive(path: Path) -> Iterator[Piece | UnusableError]:
    """Yield each song of the archive, or why it cannot be used, in the order of their numbers.

    Raises:
        ValueError: when the file is not a readable tar archive.
    """
    songs: dict[str, dict[str, str]] = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                name = PurePosixPath(member.name)
                if member.isfile() and name.name in FILES:
                    file = archive.extractfile(member)
                    assert file is not None  # regular files always have content
                    songs.setdefault(name.parent.name, {})[name.name] = file.read().decode(errors="replace")
    except (tarfile.TarError, EOFError, OSError, zlib.error) as error:
        raise ValueError(f"{path} is not a tar archive of POP909-HSA ({error}); fetch it again") from error
    for number, texts in sorted(songs.items()):
        try:
            yield read_song(number, texts)
        except UnusableError as error:
            yield error


def read_song(number: str, texts: dict[str, str]) -> Piece:
    """Read one song from its four texts, by file name, moved to C major or A minor."""
    identity = f"hsa/{number}"
    missing = [name for name in FILES if name not in texts]
    if missing:
        raise UnusableError(f"{identity}: {', '.join(missing)} missing; fetch the archive again")
    sung, steps = _melody(texts["melody.txt"], identity)
    if not sung:
        raise UnusableError(f"{identity}: it has no melody notes")
    shift, mode = _key(texts["analyzed_key.txt"].split(), sung, identity)
    melody = [Note(n.start, n.pitch - shift, n.length, n.velocity) for n in sung]
    chords = _chords(texts["finalized_chord.txt"], shift)
    bars = min(steps // STEPS_PER_BAR, len(chords) // BEATS_PER_BAR)
    labels = [(letter, int(length)) for letter, length in PHRASE.findall(texts["human_label1.txt"])]
    return check(
        Piece(
            identity,
            bars,
            mode,
            tuple(note for note in melody if note.start < bars * STEPS_PER_BAR),
            tuple(chords[: bars * BEATS_PER_BAR]),
            read_form(labels),
        )
    )


def _melody(text: str, identity: str) -> tuple[list[Note], int]:
    """Return the notes as sung, and the steps they last with the rests."""
    sung, steps = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        match = NOTE_LINE.fullmatch(line.strip())
        if match is None:
            raise UnusableError(
                f"{identity}: line {number} of melody.txt is {line!r}, not a pitch and a length; "
                "fetch the archive again"
            )
        pitch, length = int(match[1]), int(match[2])
        if pitch and length:
            sung.append(Note(steps, pitch, length, VELOCITY))
        steps += length
    return sung, steps


def _key(names: Sequence[str], melody: Sequence[Note], identity: str) -> tuple[int, str]:
    """Return the shift from C major or A minor to the song's key, and its mode.

    Some songs modulate and name several keys but not where; the one that fits most notes is taken.
    """
    if not names:
        raise UnusableError(f"{identity}: analyzed_key.txt names no key; fetch the archive again")
    keys = []
    for name in names:
        tonic, _, mode = name.partition(":")
        try:
            keys.append((key_to_shift(f"{tonic} {mode}or"), f"{mode}or"))  # Gb:maj is Gb major
        except ValueError as error:
            raise UnusableError(f"{identity}: {error}") from error
    return max(keys, key=lambda key: in_scale_share(note.pitch - key[0] for note in melody))


def _chords(text: str, shift: int) -> list[Chord | None]:
    """Return a chord a beat; a line that cannot be read lasts one bar and counts as no chord."""
    beats: list[Chord | None] = []
    for line in filter(str.strip, text.split("\n")):
        match = CHORD_LINE.fullmatch(line)
        if match is None:
            *_, length = line.split()
            beats += [None] * (int(length) if length.isdigit() else BEATS_PER_BAR)
            continue
        _, quality, tones, root, length = match.groups()
        number = (int(root) - shift) % 12
        above = sorted((int(tone) - shift - number) % 12 for tone in tones.split(",") if tone)
        chord = Chord(number, tuple(above), number, quality) if above else None
        beats += [chord] * int(length)
    return beats
