"""The studio command: make every part of the station, or the ones asked for."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from training.music.solo import Solo
from training.studio.bench import Bench, Made
from training.studio.catalog import read_catalog, write_catalog
from training.studio.credits import write_credits
from training.studio.makers import MAKERS


@dataclass(frozen=True, slots=True)
class Report:
    """A made part and how long it took, in seconds."""

    kind: str
    id: str
    seconds: float
    made: Made


def build(
    only: Collection[str] = (),
    *,
    static: Path,
    credits_file: Path,
    compose: Callable[..., Solo],
    seed: int = 0,
    tell: Callable[[str], None],
) -> list[Report]:
    """Make the parts, complete the catalog after each, and return what was made.

    Args:
        only: kinds ("drums"), ids ("rain") or both in one ("ambience/rain"); empty means all.
        static: the folder that is filled.
        credits_file: where the credits are written.
        compose: the composer, `(seed=, bars=, mood=) -> Solo`; called only when solos are made.
        seed: the same seed makes the same bytes.
        tell: is handed a line of progress before each part.

    Raises:
        ValueError: when `only` names something the studio does not make.
    """
    parts = choose(only)
    bench = Bench(static, seed, compose)
    order = {kind: list(maker.ids) for kind, maker in MAKERS.items()}
    reports = []
    for number, (kind, id_) in enumerate(parts, start=1):
        tell(f"[{number}/{len(parts)}] {kind}/{id_}")
        begun = time.perf_counter()
        made = MAKERS[kind].make(id_, bench)
        reports.append(Report(kind, id_, time.perf_counter() - begun, made))
        rows = read_catalog(static)
        rows[kind][id_] = made.row
        write_catalog(static, rows, order=order)
    write_credits(credits_file, static=static)
    return reports


def choose(only: Collection[str]) -> list[tuple[str, str]]:
    """Return the (kind, id) of each part that `only` names, in the order they are made."""
    parts = [(kind, id_) for kind, maker in MAKERS.items() for id_ in maker.ids]
    names = {name for kind, id_ in parts for name in (kind, id_, f"{kind}/{id_}")}
    if unknown := sorted(set(only) - names):
        known = ", ".join(f"{kind}/{id_}" for kind, id_ in parts)
        raise ValueError(f"the studio makes no {', '.join(unknown)}; it makes {known}")
    wanted = set(only) or set(MAKERS)
    return [(kind, id_) for kind, id_ in parts if wanted & {kind, id_, f"{kind}/{id_}"}]


def summary(reports: Collection[Report]) -> str:
    """Return the table of what was made: time taken, loudness, true peak and size."""
    lines = [f"{'part':32} {'s':>6} {'LUFS':>6} {'dBTP':>6} {'kB':>7}"]
    for report in reports:
        made = report.made
        loudness, peak = (
            "" if level is None else f"{level:.1f}" for level in (made.loudness, made.true_peak)
        )
        size = sum(file.stat().st_size for file in made.files) / 1000
        lines.append(
            f"{report.kind + '/' + report.id:32} {report.seconds:6.1f} {loudness:>6} {peak:>6} {size:7.1f}"
        )
    return "\n".join(lines)
