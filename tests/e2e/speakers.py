"""What the speakers get: whatever a page connects to them is recorded on the way, sample by sample.

The page needs no hook and keeps its content-security policy, as the recorder comes from its own origin.
"""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

HERE: Final = Path(__file__).parent
READ: Final = """() => new Promise((resolve) => {
  const { blocks, context, start } = window.__speakers;
  const reader = new FileReader();
  reader.onload = () => resolve([context.sampleRate, start, reader.result.split(",")[1] ?? ""]);
  reader.readAsDataURL(new Blob(blocks));
})"""


@dataclass(frozen=True)
class Recording:
    """Sound as it left the page: `samples` is (frames, 2), -1 to 1 unless it clipped."""

    samples: NDArray[np.float32]
    rate: int  # frames a second
    start: float  # seconds on the audio context's clock at which the first frame sounded

    @property
    def mono(self) -> NDArray[np.float64]:
        """Both channels in one: (frames,)."""
        return np.asarray(self.samples.mean(axis=1, dtype=np.float64))

    def between(self, begin: float, end: float) -> Self:
        """Return the part from `begin` to `end`, in seconds on the audio context's clock."""
        first, last = (max(0, round((time - self.start) * self.rate)) for time in (begin, end))
        return type(self)(self.samples[first:last], self.rate, self.start + first / self.rate)


def tap_speakers(page: Page) -> None:
    """Record all that `page` plays; call before it is opened."""
    page.add_init_script(path=HERE / "speakers.js")


def clock(page: Page) -> float:
    """Return the audio context's time, in seconds."""
    return float(page.evaluate("() => window.__speakers.context.currentTime"))


def heard(page: Page) -> Recording:
    """Return everything `page` has played so far."""
    rate, first_frame, encoded = page.evaluate(READ)
    samples = np.frombuffer(base64.b64decode(encoded), dtype="<f4").reshape(-1, 2)
    return Recording(samples, int(rate), first_frame / rate)
