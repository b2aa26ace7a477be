"""The copy check finds copies, transposed or not, and nothing where there is none."""

from random import Random

from training.composer.copying import CopyIndex
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
