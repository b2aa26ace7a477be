"""POP909-HSA: 909 annotated songs as text files in an archive.

Dai, Zhang and Dannenberg, "Automatic Analysis and Influence of Hierarchical Structure
on Melody, Rhythm and Harmony in Popular Music", 2020.
"""

import re
import tarfile
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
CHORD_LINE: Final = re.compile(r"(\S+):(.*) \[([\d, ]*)\] (\d+) (\d+)\s*")
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
                    songs.setdefault(name.parent.name, {})[name.name] = file.read().decode()
    except tarfile.TarError as error:
        raise ValueError(f"{path} is not a tar archive of POP909-HSA ({error})") from error
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
    sung, steps = [], 0
    for line in filter(str.strip, texts["melody.txt"].split("\n")):
        pitch, length = map(int, line.split())
        if pitch and length:
            sung.append(Note(steps, pitch, length, VELOCITY))
        steps += length
    if not sung:
        raise UnusableError(f"{identity}: it has no melody notes")
    shift = _shift(texts["analyzed_key.txt"].split(), sung, identity)
    melody = [Note(n.start, n.pitch + shift, n.length, n.velocity) for n in sung]
    chords = _chords(texts["finalized_chord.txt"], shift)
    bars = min(steps // STEPS_PER_BAR, len(chords) // BEATS_PER_BAR)
    labels = [(letter, int(length)) for letter, length in PHRASE.findall(texts["human_label1.txt"])]
    return check(
        Piece(
            identity,
            bars,
            tuple(note for note in melody if note.start < bars * STEPS_PER_BAR),
            tuple(chords[: bars * BEATS_PER_BAR]),
            read_form(labels),
        )
    )


def _shift(keys: Sequence[str], melody: Sequence[Note], identity: str) -> int:
    """Return the semitones that bring the song to C major or A minor.

    Some songs modulate and name several keys but not where; the one that fits most notes is taken.
    """
    shifts = []
    for key in keys:
        try:
            shifts.append(-key_to_shift(f"{key.replace(':', ' ')}or"))  # Gb:maj is Gb major
        except ValueError as error:
            raise UnusableError(f"{identity}: {error}") from error
    return max(shifts, key=lambda shift: in_scale_share(note.pitch + shift for note in melody))


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
        number = (int(root) + shift) % 12
        above = sorted((int(tone) + shift - number) % 12 for tone in tones.split(",") if tone)
        chord = Chord(number, tuple(above), number, quality) if above else None
        beats += [chord] * int(length)
    return beats
