"""What a listener is promised of every sound in the catalog; a new row is found by itself."""

from typing import Any

import numpy as np
import pytest

from tests.training.studio.shipped import CATALOG, LOOPS, ROOT, SOUNDS, STATIC, name, shipped
from training.music.grid import (
    AMBIENCE_BARS,
    BPM,
    DRUM_BARS,
    SAMPLE_RATE,
    SOLO_BARS,
    bars_to_frames,
)
from training.studio.mastering import TARGETS, measure_loudness, measure_true_peak

BARS = {"drums": DRUM_BARS, "ambience": AMBIENCE_BARS, "solos": SOLO_BARS}

NEAR = SAMPLE_RATE // 100  # frames either side of the seam

Row = dict[str, Any]
every_sound = pytest.mark.parametrize(("kind", "row"), SOUNDS, ids=name)
every_loop = pytest.mark.parametrize(("kind", "row"), LOOPS, ids=name)
every_file = pytest.mark.parametrize("file", [row["file"] for _, row in SOUNDS])
every_loop_file = pytest.mark.parametrize("file", [row["file"] for _, row in LOOPS])


@every_loop
def test_a_loop_lasts_its_bars_to_the_frame(kind: str, row: Row) -> None:
    frames = bars_to_frames(BARS[kind])
    assert shipped(row["file"]).shape == (frames, 2)
    assert (row["bpm"], row["bars"], row["frames"]) == (BPM, BARS[kind], frames)
    assert row["seconds"] == frames / SAMPLE_RATE


@every_loop_file
def test_a_loops_end_meets_its_start(file: str) -> None:
    """A click is a step larger than those around it; four times their RMS finds 4 of 5 wrong cuts."""
    audio = shipped(file)
    around = np.roll(audio, NEAR, axis=0)[: 2 * NEAR]  # the seam in its middle
    steps = np.abs(np.diff(around, axis=0))
    assert steps[NEAR - 1].max() < 4 * np.sqrt(np.mean(steps**2))


@every_sound
def test_a_kind_is_one_loudness(kind: str, row: Row) -> None:
    assert measure_loudness(shipped(row["file"])) == pytest.approx(TARGETS[kind], abs=0.5)
    assert row["loudness"] == pytest.approx(TARGETS[kind], abs=0.1)


@every_file
def test_nothing_clips_between_the_samples(file: str) -> None:
    assert measure_true_peak(shipped(file)) < -1.0


@pytest.mark.parametrize("row", CATALOG["quotes"], ids=name)
def test_a_quote_is_short_and_names_its_source(row: Row) -> None:
    assert len(shipped(row["file"])) == row["frames"]
    assert row["seconds"] <= 9.0
    assert row["bars"] is None
    assert row["text"]
    assert row["author"] in row["credit"]
    assert row["source"] in row["credit"]


def test_every_audio_file_is_in_the_catalog_and_the_other_way_round() -> None:
    named = {row["file"] for _, row in SOUNDS}
    named |= {row[key] for row in CATALOG["solos"] for key in ("notes", "midi")}
    named |= {file for row in CATALOG["instruments"] for file in row["samples"].values()}
    found = {path.relative_to(STATIC).as_posix() for path in (STATIC / "audio").rglob("*") if path.is_file()}
    assert found == named


@pytest.mark.parametrize("row", [row for rows in CATALOG.values() for row in rows], ids=name)
def test_every_row_says_whose_work_it_is_and_the_credits_repeat_it(row: Row) -> None:
    assert row["credit"]
    assert row["licence"]
    assert row["credit"] in (ROOT / "CREDITS.md").read_text("utf-8")


def test_the_first_visit_is_a_small_download() -> None:
    sizes = [path.stat().st_size for path in (STATIC / "audio").rglob("*.ogg")]
    assert sum(sizes) < 6_000_000
