"""The real server in its own process, as `make run` starts it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 30  # seconds until a start is a failure


@contextmanager
def serving(log: Path) -> Iterator[str]:
    """Serve the shipped assets and weights on a free port; give the url. `log` takes what it says."""
    with (
        log.open("w") as output,
        subprocess.Popen(
            [sys.executable, "-m", "server"],
            cwd=ROOT,
            env={**os.environ, "PORT": "0"},
            stderr=output,
        ) as process,
    ):
        try:
            yield _url(process, log)
        finally:
            process.terminate()


def _url(process: subprocess.Popen[bytes], log: Path) -> str:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        if found := re.search(r"http://\S+", log.read_text()):
            return found[0]
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")
