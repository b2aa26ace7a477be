"""Someone at the page, who finds controls by their names, presses them, and hears what sounds."""

from typing import Final

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

from tests.e2e.speakers import Recording, clock, heard, tap_speakers

# Random numbers in order, so that every run hears the same live solos.
SEEDS: Final = "let seed = 7; crypto.getRandomValues = (array) => array.fill(seed++);"
LAYERS: Final = ("Drums", "Ambience", "Quote", "Music")


class Listener:
    """Wraps a page that is not open yet; `faults` gathers whatever goes wrong on it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.faults: list[str] = []
        tap_speakers(page)
        page.add_init_script(SEEDS)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.faults.append(f"thrown: {error}"))
        page.on("requestfailed", self._on_failed_request)
        page.on("response", self._on_response)

    def open(self) -> None:
        """Open the station and wait until it can be played."""
        self.page.goto(self.url)
        self.button("Play").wait_for()

    def button(self, name: str) -> Locator:
        """Return the button of that accessible name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def choose(self, layer: str, label: str) -> None:
        """Choose an option of a layer by its name."""
        group = self.page.get_by_role("radiogroup", name=layer, exact=True)
        group.get_by_role("radio", name=label, exact=True).check(force=True)

    def silence_all_but(self, *layers: str) -> None:
        """Pull the slider of every other layer down."""
        for layer in set(LAYERS) - set(layers):
            self.page.get_by_role("slider", name=f"{layer} volume", exact=True).fill("0")

    def wait(self, seconds: float) -> None:
        """Let the station play on."""
        self.page.wait_for_timeout(seconds * 1000)

    def clock(self) -> float:
        """Return the audio context's time, in seconds."""
        return clock(self.page)

    def heard(self) -> Recording:
        """Return everything that has sounded."""
        return heard(self.page)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text} {message.location}")

    def _on_failed_request(self, request: Request) -> None:
        self.faults.append(f"failed: {request.url} {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")
