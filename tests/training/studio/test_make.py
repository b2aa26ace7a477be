"""The studio command: what it makes, what it leaves alone, what it refuses."""

import json
from pathlib import Path

import mido
import numpy as np
import pytest

from training.music.grid import bars_to_frames
from training.music.solo import Note, Solo
from training.studio.audio import generator_for, silence
from training.studio.bench import Bench
from training.studio.catalog import read_catalog, write_catalog
from training.studio.files import read_ogg, write_ogg
from training.studio.make import build, choose, summary
from training.studio.makers import MAKERS
from training.studio.mastering import master
from training.studio.midi import write_midi
from training.studio.soundfont import load_soundfont

SOLO = Solo(
    title="Two Bars",
    seed=7,
    bpm=75,
    key="F major",
    bars=2,
    progression="Fmaj9 Dm9",
    mood="rainy",
    temperature=0.9,
    swing=0.6,
    model="none",
    voices={
        "melody": (Note(0, 72, 3, 90), Note(3, 72, 5, 80), Note(24, 69, 8, 85)),
        "chords": (Note(0, 57, 14, 60), Note(0, 64, 14, 60), Note(16, 53, 16, 60)),
        "bass": (Note(0, 41, 12, 80), Note(16, 38, 12, 80)),
    },
)


def no_solo(**_: object) -> Solo:
    raise AssertionError("no solo was asked for")


def test_parts_are_chosen_by_kind_by_id_or_by_both() -> None:
    drums = [("drums", id_) for id_ in MAKERS["drums"].ids]
    assert choose(["drums"]) == drums
    assert choose(["rain"]) == [("ambience", "rain"), ("scenes", "rain")]
    assert choose(["ambience/rain"]) == [("ambience", "rain")]
    assert {kind for kind, _ in choose([])} == set(MAKERS)


def test_an_unknown_part_is_named_with_what_there_is() -> None:
    with pytest.raises(ValueError, match=r"makes no thunder; it makes drums/boom-bap"):
        choose(["drums", "thunder"])


def test_making_one_part_keeps_the_other_rows_and_repeats_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "js" / "songs").mkdir(parents=True)
    kept = {"id": "rain", "label": "Rain", "credit": "us", "licence": "CC0-1.0"}
    rows = read_catalog(tmp_path)
    rows["ambience"]["rain"] = kept
    rows["scenes"]["rain"] = {"label": "Desk", "credit": "us", "licence": "CC0-1.0"}
    write_catalog(tmp_path, rows, order={kind: list(maker.ids) for kind, maker in MAKERS.items()})

    said: list[str] = []
    bytes_of = []
    for _ in range(2):
        reports = build(
            ["quotes/highest-of-arts"],
            static=tmp_path,
            credits_file=tmp_path / "CREDITS.md",
            compose=no_solo,
            tell=said.append,
        )
        bytes_of.append((tmp_path / "audio/quotes/highest-of-arts.ogg").read_bytes())
    catalog = json.loads((tmp_path / "catalog.json").read_text("utf-8"))

    assert catalog["ambience"] == [{**kept, "scene": {"label": "Desk", "credit": "us", "licence": "CC0-1.0"}}]
    assert [row["id"] for row in catalog["quotes"]] == ["highest-of-arts"]
    assert bytes_of[0] == bytes_of[1]
    assert said == ["[1/1] quotes/highest-of-arts"] * 2
    assert "quotes/highest-of-arts" in summary(reports)
    assert "Thoreau" in (tmp_path / "CREDITS.md").read_text("utf-8")
    assert not list(tmp_path.rglob("*.part"))


def test_a_solo_is_recorded_with_its_notes_and_its_midi(tmp_path: Path) -> None:
    asked = []

    def compose(**wanted: object) -> Solo:
        asked.append(wanted)
        return SOLO

    bench = Bench(tmp_path, 0, compose)
    MAKERS["instruments"].make("rhodes", bench)
    id_ = next(iter(MAKERS["solos"].ids))
    made = MAKERS["solos"].make(id_, bench)

    assert asked[0]["bars"] == 30
    assert len(read_ogg(tmp_path / made.row["file"])) == bars_to_frames(SOLO.bars)
    written = json.loads((tmp_path / made.row["notes"]).read_text("utf-8"))
    assert Solo.from_json(written) == SOLO
    assert made.row["label"] == "Two Bars"


def test_midi_holds_every_note_at_its_swung_onset(tmp_path: Path) -> None:
    path = tmp_path / "solo.mid"
    write_midi(path, SOLO)
    head, melody, *_ = mido.MidiFile(path).tracks
    now, onsets = 0, []
    for message in melody:
        now += message.time
        if message.type == "note_on":
            onsets.append((now, message.note, message.velocity))
    # 120 ticks a sixteenth; step 3 is the second of its pair and comes 0.2 steps late.
    assert onsets == [(0, 72, 90), (384, 72, 80), (2880, 69, 85)]
    assert {message.type for message in head} >= {"set_tempo", "track_name"}


def test_ogg_keeps_every_frame_and_repeats_to_the_byte(tmp_path: Path) -> None:
    time = np.arange(100_003) / 44_100
    audio = (0.5 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)[:, np.newaxis].repeat(2, 1)
    for name in ("one.ogg", "two.ogg"):
        write_ogg(tmp_path / name, audio, generator_for("ogg", seed=0), quality=5)
    back = read_ogg(tmp_path / "one.ogg")
    assert back.shape == audio.shape
    assert np.abs(back - audio).max() < 0.05
    assert (tmp_path / "one.ogg").read_bytes() == (tmp_path / "two.ogg").read_bytes()


def test_a_sound_too_short_for_vorbis_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lost 128 of 1000 frames"):
        write_ogg(tmp_path / "short.ogg", silence(1000), generator_for("ogg", seed=0), quality=5)
    assert not list(tmp_path.iterdir())


def test_a_sound_too_spiky_for_its_loudness_is_refused() -> None:
    spikes = np.zeros((44_100, 2), np.float32)
    spikes[::4410] = 1
    with pytest.raises(ValueError, match="saturate the sound more or choose a lower target"):
        master(spikes, loudness=-10)


def test_a_missing_soundfont_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(FileNotFoundError, match=r"pip install --no-deps -r tools/studio-parts"):
        load_soundfont(tmp_path)
