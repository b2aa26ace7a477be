"""Print how fast the station composes, starts and answers on this machine."""

import os
import platform
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from server import create_app
from training.composer.baselines.checkpoint import Trained
from training.composer.baselines.table import BASELINES, events_per_second
from training.composer.house import house_sheets
from training.composer.infer import load_composer

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 9


def main() -> None:
    """Measure each thing several times and print its median."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    say(f"{datetime.now(UTC):%Y-%m-%d}, {machine}")
    weights = ROOT / "static" / "models"
    say(f"load the weights: {milliseconds(lambda _: load_composer(weights))}")
    composer = load_composer(weights)
    say(f"compose 30 bars: {milliseconds(lambda seed: composer.compose(seed=seed))}")
    solo = composer.compose(seed=0)
    notes = sum(map(len, solo.voices.values()))
    ours = notes * 1000 / median(lambda seed: composer.compose(seed=seed))
    theirs = seeds_loop()
    say(f"notes a second, ours: {ours:.0f}; the seeds' loop, `predict` on a full window: {theirs:.1f}")
    say(f"ours over theirs: {ours / theirs:.0f} times")
    say(f"create the app: {milliseconds(lambda _: create_app())}")
    client = create_app().test_client()
    say(f"/api/solo, a new seed: {milliseconds(lambda seed: client.get(f'/api/solo?seed={seed}'))}")
    say(f"/api/solo, cached: {milliseconds(lambda _: client.get('/api/solo?seed=0'))}")
    say(f"/api/catalog: {milliseconds(lambda _: client.get('/api/catalog'))}")
    size = sum(path.stat().st_size for path in (ROOT / "static").rglob("*") if path.is_file())
    say(f"static/: {size / 1e6:.1f} MB with the bundle")


def seeds_loop() -> float:
    """Return the events a second of the seeds' `classic` model, whose speed is the same untaught."""
    baseline = BASELINES["classic"]
    stream = baseline.read(house_sheets(ROOT / "training" / "corpus"))
    model = baseline.build(stream.vocabularies)
    return events_per_second(Trained(baseline, stream, model, epoch=0, loss=0.0))


def milliseconds(work: Callable[[int], object]) -> str:
    """Run `work` REPEATS times, handing it the number of the run; return the median and the range."""
    times = durations(work)
    return f"{statistics.median(times):.1f} ms ({min(times):.1f} to {max(times):.1f})"


def median(work: Callable[[int], object]) -> float:
    """Return the median of REPEATS runs, in milliseconds."""
    return statistics.median(durations(work))


def durations(work: Callable[[int], object]) -> list[float]:
    """Return how long each of REPEATS runs took, in milliseconds."""
    times = []
    for number in range(REPEATS):
        begun = time.perf_counter()
        work(number)
        times.append(1000 * (time.perf_counter() - begun))
    return times


def say(line: str) -> None:
    """Print one line of the report."""
    print(line)  # noqa: T201 - a benchmark speaks


if __name__ == "__main__":
    main()
