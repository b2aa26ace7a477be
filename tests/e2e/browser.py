"""A real Chrome for the tests: the machine's, else the one that an npm package carries."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "node_modules/@sparticuz/chromium"
NAMES: Final = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
MAC: Final = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS: Final = (
    "--no-sandbox",  # in a container, and as root, there is none to be had; it only sees our page
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
UNPACK: Final = """
import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath());
"""


@dataclass(frozen=True)
class Browser:
    """A Chrome to launch: where it is and what it needs in its environment."""

    path: str
    environment: dict[str, str] = field(default_factory=dict)


def find_browser() -> Browser:
    """Return the Chrome that `CHROME` names, else the machine's own, else the package's.

    `CHROME=package` asks for the package's, whatever else there is.
    """
    wanted = os.environ.get("CHROME")
    if wanted and wanted != "package":
        return Browser(wanted)
    if not wanted:
        for name in (*NAMES, MAC):
            if path := shutil.which(name):
                return Browser(path)
    return _unpack()


def _unpack() -> Browser:
    """Unpack the package's Chrome once, aside first, so that a half one is never taken for whole."""
    version = json.loads((PACKAGE / "package.json").read_text())["version"]
    place = ROOT / ".cache" / f"chrome-{version}"  # git ignores it
    if not place.is_dir():
        aside = place.with_name(f"{place.name}-{os.getpid()}")
        aside.mkdir(parents=True)
        subprocess.run(
            ["node", "--eval", UNPACK],
            cwd=ROOT,
            # Named so, the package unpacks as well what a bare machine lacks: NSS and expat.
            env={**os.environ, "TMPDIR": str(aside), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs20.x"},
            check=True,
        )
        aside.rename(place)
    return Browser(str(place / "chromium"), {"LD_LIBRARY_PATH": str(place / "al2023/lib")})
