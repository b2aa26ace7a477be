"""Print how fast the station composes, starts and answers on this machine."""

import os
import platform
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from server import create_app
from training.composer.infer import load_composer

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 9


def main() -> None:
    """Measure each thing several times and print its median."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    say(f"{datetime.now(UTC):%Y-%m-%d}, {machine}")
    weights = ROOT / "static" / "models" / "melody.npz"
    say(f"load the weights: {milliseconds(lambda _: load_composer(weights))}")
    composer = load_composer(weights)
    say(f"compose 30 bars: {milliseconds(lambda seed: composer.compose(seed=seed))}")
    say(f"create the app: {milliseconds(lambda _: create_app())}")
    client = create_app().test_client()
    say(f"/api/solo, a new seed: {milliseconds(lambda seed: client.get(f'/api/solo?seed={seed}'))}")
    say(f"/api/solo, cached: {milliseconds(lambda _: client.get('/api/solo?seed=0'))}")
    say(f"/api/catalog: {milliseconds(lambda _: client.get('/api/catalog'))}")
    size = sum(path.stat().st_size for path in (ROOT / "static").rglob("*") if path.is_file())
    say(f"static/: {size / 1e6:.1f} MB with the bundle")


def milliseconds(work: Callable[[int], object]) -> str:
    """Run `work` REPEATS times, handing it the number of the run; return the median and the range."""
    times = []
    for number in range(REPEATS):
        begun = time.perf_counter()
        work(number)
        times.append(1000 * (time.perf_counter() - begun))
    return f"{statistics.median(times):.1f} ms ({min(times):.1f} to {max(times):.1f})"


def say(line: str) -> None:
    """Print one line of the report."""
    print(line)  # noqa: T201 - a benchmark speaks


if __name__ == "__main__":
    main()
