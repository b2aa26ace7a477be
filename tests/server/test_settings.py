"""Settings come from the environment, and a wrong one is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from server.settings import Settings


def test_the_defaults_serve_this_machine() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.static.name == "static"


def test_each_can_be_set(tmp_path: Path) -> None:
    environ = {
        "LOFI_STATIC": str(tmp_path),
        "LOFI_MODELS": "other",
        "LOFI_HOST": "0.0.0.0",
        "PORT": "8080",
    }
    assert Settings.from_env(environ) == Settings(
        static=tmp_path, models=Path("other"), host="0.0.0.0", port=8080
    )


@pytest.mark.parametrize("port", ["", "http", "-1", "65536", "8.5", "²"])
def test_a_wrong_port_is_named(port: str) -> None:
    with pytest.raises(ValueError, match=r"PORT is .*; expected"):
        Settings.from_env({"PORT": port})


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="LOFI_STATIC is '/no/such'; expected a folder"):
        Settings.from_env({"LOFI_STATIC": "/no/such"})


def test_starting_with_a_wrong_port_says_so_in_one_line() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "server"],
        env={**os.environ, "PORT": "http"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "PORT is 'http'" in run.stderr
