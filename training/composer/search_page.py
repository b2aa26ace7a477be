"""The search's page: what was tried, ranked, and the solos of the winners to listen to."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from training.composer.pictures import FAINT, INK, PAPER, RUST
from training.composer.search import SEEDS, Candidate

NAME: Final = "index.html"
STYLE: Final = f"""
body {{ background: {PAPER}; color: {INK}; font: 16px/1.5 system-ui, sans-serif; max-width: 66rem;
  margin: 2rem auto; padding: 0 1rem; }}
h1, h2 {{ line-height: 1.2; }} h2 {{ margin-top: 2.5rem; color: {RUST}; }}
table {{ border-collapse: collapse; font-variant-numeric: tabular-nums; }}
th, td {{ text-align: left; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid {FAINT}; }}
.solos {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 1rem; }}
.solos + table {{ margin: 1.5rem 0; }}
figure {{ margin: 0; }} audio {{ width: 100%; }} img {{ max-width: 100%; }} .wide {{ overflow-x: auto; }}
"""


def write_page(folder: Path, candidates: Sequence[Candidate], *, study: str, winners: int) -> Path:
    """Write the page into the search's folder; what was recorded as Ogg beside the solos can be heard.

    Args:
        folder: of the search.
        candidates: all of them, the best first.
        study: its name.
        winners: how many are shown with their solos.
    """
    body = [f"<h1>Search “{escape(study)}”</h1>", f"<p>{len(candidates)} models, the best first.</p>"]
    body += ['<div class="wide">', *_table(candidates), "</div>"]
    for place, candidate in enumerate(candidates[:winners], start=1):
        body += _winner(folder, candidate, place)
    page = folder / NAME
    page.write_text(
        "<!doctype html>\n"
        f'<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(study)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n",
        "utf-8",
    )
    return page


def _table(candidates: Sequence[Candidate]) -> Iterator[str]:
    names = list(candidates[0].settings) if candidates else []
    yield f"<table>\n{_row(['trial', 'bits a bar', 'as in lofi', *names], 'th')}"
    for one in candidates:
        settings = [_figure(one.settings.get(name, "")) for name in names]
        yield _row([str(one.number), f"{one.bits:.2f}", f"{one.inside:.0%}", *settings], "td")
    yield "</table>"


def _winner(folder: Path, candidate: Candidate, place: int) -> Iterator[str]:
    yield f"<h2>{place}. Trial {candidate.number}: {candidate.bits:.2f} bits a bar</h2>"
    yield '<div class="solos">'
    for seed in SEEDS:
        solo = f"{candidate.folder}/solo-{seed}"
        yield f"<figure><figcaption>Seed {seed} · "
        yield f'<a href="{solo}.mid">MIDI</a> · <a href="{solo}.json">notes</a></figcaption>'
        if (folder / f"{solo}.ogg").exists():
            yield f'<audio controls preload="none" src="{solo}.ogg"></audio>'
        yield "</figure>"
    yield "</div>\n<table>"
    for name, value in candidate.figures.items():
        yield _row([name, _figure(value)], "td")
    yield "</table>"
    for picture in sorted((folder / candidate.folder).glob("*/*/curves.png")):
        yield f'<img src="{picture.relative_to(folder).as_posix()}" alt="curves of its training">'


def _row(cells: Sequence[str], kind: str) -> str:
    return "<tr>" + "".join(f"<{kind}>{escape(cell)}</{kind}>" for cell in cells) + "</tr>"


def _figure(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
