"""The copy check finds copies, transposed or not, and nothing where there is none."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from training.composer.copying import LONG_RUN, CopyIndex, KnownRuns
from training.music.solo import Note


def _melody(seed: int, *, up: int = 0, late: int = 0) -> list[Note]:
    random = Random(seed)
    notes, step = [], late
    for _ in range(60):
        length = 1 + int(random.random() * 6)
        notes.append(Note(step, 60 + up + int(random.random() * 15), length, 64))
        step += length
    return notes


INDEX = CopyIndex([_melody(1), _melody(2), _melody(3)])


def test_a_transposed_copy_is_found_whole() -> None:
    copying = INDEX.compare(_melody(2, up=5, late=7))
    assert copying.longest_run == 59
    assert copying.share_in_long_runs == 1


def test_a_copied_phrase_is_found_inside_new_music() -> None:
    own, copied = _melody(9), _melody(3)[10:22]
    shift = own[20].start - copied[0].start
    phrase = [Note(n.start + shift, n.pitch, n.length, 64) for n in copied]
    rest = [Note(n.start + 200, n.pitch, n.length, 64) for n in own[20:]]
    copying = INDEX.compare([*own[:20], *phrase, *rest])
    assert copying.longest_run == 11  # 12 notes have 11 steps between them
    assert 0.1 < copying.share_in_long_runs < 0.3


def test_unrelated_music_shares_short_runs_only() -> None:
    copying = INDEX.compare(_melody(77))
    assert copying.longest_run < 4
    assert copying.share_in_long_runs == 0


def test_known_runs_tell_which_pitch_would_complete_a_copy() -> None:
    melody = _melody(1, up=7)  # transposed: still the same music
    known = KnownRuns.of([_melody(1)])
    onsets = [(note.start, note.pitch - 36) for note in melody]
    at = LONG_RUN + 3
    flags = known.completed_by(onsets[:at], melody[at].start, 61)
    assert np.flatnonzero(flags).tolist() == [melody[at].pitch - 36]
    assert not known.completed_by(onsets[:at], melody[at].start + 1, 61).any()
    assert not known.completed_by(onsets[: LONG_RUN - 1], melody[LONG_RUN - 1].start, 61).any()


def test_known_runs_are_read_back(tmp_path: Path) -> None:
    known = KnownRuns.of([_melody(1), _melody(2)])
    known.save(tmp_path / "runs.npy")
    assert KnownRuns.load(tmp_path / "runs.npy").hashes.tolist() == known.hashes.tolist()
    (tmp_path / "runs.npy").write_bytes(b"torn")
    with pytest.raises(ValueError, match=r"cannot read the known runs .*runs\.npy"):
        KnownRuns.load(tmp_path / "runs.npy")
