"""Read drum patterns written as text: a row a drum, sixteen columns a bar."""

from dataclasses import dataclass

from training.music.grid import STEPS_PER_BAR

REST = "."
LOUDEST = 9


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One stroke: `step` in sixteenths from the loop's start, `level` 1 (ghost) to 9."""

    step: int
    drum: str
    level: int


def read_bar(text: str) -> list[Hit]:
    """Return the strokes of one bar, in time order.

    Each line is a drum's name and its sixteen steps: a digit strikes at that level, a dot rests,
    and spaces are there for the eye.

    Raises:
        ValueError: when a row does not have sixteen steps or holds another character.
    """
    hits = []
    for line in filter(str.strip, text.splitlines()):
        drum, *columns = line.split()
        row = "".join(columns)
        if len(row) != STEPS_PER_BAR:
            raise ValueError(f"the row {line.strip()!r} has {len(row)} steps, a bar has {STEPS_PER_BAR}")
        for step, mark in enumerate(row):
            if mark == REST:
                continue
            if mark not in "123456789":
                raise ValueError(f"{mark!r} in {line.strip()!r}: use 1 to 9 for a stroke, . to rest")
            hits.append(Hit(step, drum, int(mark)))
    return sorted(hits)


def read_form(bars: dict[str, str], form: str) -> list[Hit]:
    """Return the strokes of the bars that `form` names one after another, e.g. "ABAC"."""
    played = {name: read_bar(text) for name, text in bars.items()}
    return [
        Hit(hit.step + bar * STEPS_PER_BAR, hit.drum, hit.level)
        for bar, name in enumerate(form)
        for hit in played[name]
    ]
