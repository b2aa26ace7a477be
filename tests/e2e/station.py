"""The real server in its own process, with the shipped assets and weights."""

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
WORKLET: Final = "speakers-worklet.js"  # what records; Playwright cannot slip in a worklet itself


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the station on a free port; give the url. `folder`, empty, takes its log and links.

    The static folder is a folder of links to what is shipped, and to the recorder's worklet: so the
    recorder comes from the page's own origin, as the content-security policy demands.
    """
    static, log = folder / "static", folder / "server.log"
    static.mkdir()
    for path in [*(ROOT / "static").iterdir(), Path(__file__).with_name(WORKLET)]:
        (static / path.name).symlink_to(path)
    with (
        log.open("w") as output,
        subprocess.Popen(
            [sys.executable, "-m", "server"],
            cwd=ROOT,
            env={**os.environ, "PORT": "0", "LOFI_STATIC": str(static)},
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
