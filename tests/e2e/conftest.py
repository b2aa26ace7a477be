"""The real station, a real Chrome, and a page whose sound and faults are recorded."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.browser import FLAGS, find_browser
from tests.e2e.listener import Listener
from tests.e2e.station import ROOT, serving


@pytest.fixture(scope="session")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The url of a server with the shipped assets and weights."""
    with serving(tmp_path_factory.mktemp("station")) as url:
        yield url


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    found = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.path, args=FLAGS, env={**os.environ, **found.environment}
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shelf() -> dict[str, list[dict[str, Any]]]:
    """The shipped catalog, with paths under static/ as the studio wrote them."""
    shelf: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "static/catalog.json").read_text())
    return shelf


@pytest.fixture
def listener(chrome: Browser, station: str) -> Iterator[Listener]:
    """Someone who opens the station in a fresh browser profile."""
    with chrome.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(10_000)  # milliseconds
        yield Listener(context.new_page(), station)
