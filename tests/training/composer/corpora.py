"""Small corpora written by the tests themselves."""

import io
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.composer.piece import Piece
from training.music.chords import parse_progression
from training.music.form import plan_form
from training.music.grid import STEPS_PER_BAR
from training.music.solo import Note

SONG = {
    "melody.txt": "0 16\n62 4\n66 4\n69 8\n67 24\n0 8\n74 16\n",
    "finalized_chord.txt": "D:maj [2, 6, 9] 2 12 \nA:7 [1, 4, 7, 9] 9 8 \n",
    "analyzed_key.txt": "D:maj",
    "human_label1.txt": "i1A2A2",
}


def write_archive(path: Path, songs: Mapping[str, Mapping[str, str]]) -> Path:
    """Write songs, by number, as POP909-HSA packs them."""
    with tarfile.open(path, "w:gz") as archive:
        for number, texts in songs.items():
            for name, text in texts.items():
                data = text.encode()
                member = tarfile.TarInfo(f"POP909/{number}/{name}")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
    return path


def scale_pieces(numbers: Iterable[int]) -> list[Piece]:
    """Return 8-bar pieces of running scales over two chords, each a little different."""
    chords = parse_progression("Dm9 G13 Cmaj9 Am9")
    beats = tuple(chord for bar in range(8) for chord in chords[bar % 4] for _ in range(4))
    pieces = []
    for number in numbers:
        pitches = (60, 62, 64, 65, 67, 69, 71, 72)
        melody = tuple(
            Note(step, pitches[(step // 2 + number) % 8], 2, 64)
            for step in range(0, 8 * STEPS_PER_BAR, 2)
            if (step // 2 + number) % 5
        )
        pieces.append(Piece(f"scale/{number}", 8, "major", melody, beats, plan_form(8)))
    return pieces
