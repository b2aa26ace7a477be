"""What can be set from outside, read from the environment once, at the start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The server's settings; the defaults serve the shipped assets to this machine alone."""

    static: Path = ROOT / "static"  # LOFI_STATIC: the folder of catalog.json and all it names
    models: Path = ROOT / "static/models"  # LOFI_MODELS: the folder of the weights that write solos
    host: str = "127.0.0.1"  # LOFI_HOST: the address to listen on; 0.0.0.0 is all of them
    port: int = 8000  # PORT: 1 to 65535, or 0 for one that is free

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Return the settings that `environ` asks for.

        Raises:
            ValueError: when the static folder does not exist or the port is no port.
        """
        return cls(
            static=_folder(Path(environ.get("LOFI_STATIC", cls.static))),
            models=Path(environ.get("LOFI_MODELS", cls.models)),
            host=environ.get("LOFI_HOST", cls.host),
            port=_port(environ.get("PORT", str(cls.port))),
        )


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ValueError(f"LOFI_STATIC is {str(path)!r}; expected a folder that exists")
    return path


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65_535):
        raise ValueError(f"PORT is {text!r}; expected a number from 1 to 65535, such as PORT=8000")
    return int(text)
