"""The command line: `python -m training VERB`."""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from training.music.grid import SOLO_BARS
from training.music.solo import Solo

STATIC: Final = Path(__file__).resolve().parent.parent / "static"
HOUSE: Final = Path(__file__).resolve().parent / "corpus"
MODELS: Final = STATIC / "models"
CACHE: Final = STATIC.parent / ".cache"
RUNS: Final = STATIC.parent / "runs"
POP909: Final = "https://codeload.github.com/Dsqvival/hierarchical-structure-analysis/tar.gz/3a8d0d0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return 0, or 2 after saying on standard error what was wrong."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except ValueError as error:
        print(f"{options.verb}: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 2
    return 0


def _corpus(options: argparse.Namespace) -> None:
    from training.composer.corpus import gather
    from training.composer.fetch import fetch
    from training.composer.house import house_sheets
    from training.composer.report import describe, write_report

    source = fetch(CACHE, url=options.fetch, tell=_say) if options.fetch else options.source
    sheets = house_sheets(options.house)
    for line in describe("house", [sheet.piece for sheet in sheets]):
        _say(line)
    songs = None if source is None else gather(source)
    if songs is not None:
        for line in (*map("left out: {}".format, songs.refused), *describe("songs", songs.pieces)):
            _say(line)
        _say(f"sha256 {songs.sha256}")
    if options.report is not None:
        for path in write_report(options.report, sheets, songs):
            _say(f"wrote {path}")


def _train(options: argparse.Namespace) -> None:
    from training.composer.corpus import gather
    from training.composer.courses import COURSES
    from training.composer.house import house_sheets
    from training.composer.school import teach

    if unknown := sorted(set(options.voices) - set(COURSES)):
        raise ValueError(f"there is no voice {', '.join(unknown)}: choose among {', '.join(COURSES)}")
    songs = None if options.source is None else gather(options.source)
    for voice in options.voices or COURSES:
        if options.fresh:
            shutil.rmtree(options.runs / options.id / voice, ignore_errors=True)
        to = options.to / f"{voice}.npz"
        teach(
            voice,
            songs=songs,
            sheets=house_sheets(options.house),
            identity=options.id,
            to=to,
            seed=options.seed,
            is_toy=options.toy,
            runs=options.runs,
        )
        _say(f"wrote {to}")


def _search(options: argparse.Namespace) -> None:
    from training.composer.corpus import gather
    from training.composer.house import house_sheets
    from training.composer.search import SEEDS, search
    from training.composer.search_page import write_page

    folder = options.runs / "search" / options.study
    candidates = search(
        songs=None if options.source is None else gather(options.source),
        sheets=house_sheets(options.house),
        models=options.models,
        folder=folder,
        study=options.study,
        storage=options.storage or f"sqlite:///{folder / 'study.db'}",
        trials=options.trials,
        seed=options.seed,
        is_toy=options.toy,
    )
    for candidate in candidates[: options.winners]:
        for seed in SEEDS:
            _record(folder / candidate.folder / f"solo-{seed}.json", instrument="rhodes", seed=0)
    _say(f"wrote {write_page(folder, candidates, study=options.study, winners=options.winners)}")


def _record(notes: Path, *, instrument: str, seed: int) -> None:
    """Record a solo beside its notes, unless that was done; say so where the studio is not installed."""
    to = notes.with_suffix(".ogg")
    if to.exists() or not notes.exists():
        return
    try:
        from training.studio.record import record
    except ImportError as error:
        _say(f"{to} is not recorded, as the studio is not installed ({error})")
        return
    record(_read_solo(notes), instrument=instrument, static=STATIC, to=to, seed=seed)
    _say(f"wrote {to}")


def _evaluate(options: argparse.Namespace) -> None:
    from training.composer.corpus import gather
    from training.composer.evaluate import evaluate
    from training.composer.evaluation_page import page_text, write_page
    from training.composer.house import house_sheets

    data = evaluate(
        options.models,
        songs=gather(options.source),
        sheets=house_sheets(options.house),
        solos=options.solos,
        baselines=options.baselines,
        melodies={name: Path(file) for name, _, file in (row.partition("=") for row in options.melody)},
        tell=_say,
    )
    if options.to is None:
        _say(page_text(data))
    else:
        for path in write_page(data, folder=options.to):
            _say(f"wrote {path}")


def _compose(options: argparse.Namespace) -> None:
    from training.composer.infer import load_composer

    solo = load_composer(options.models).compose(
        seed=options.seed,
        bars=options.bars,
        progression=options.progression,
        mood=options.mood,
        temperature=options.temperature,
    )
    text = json.dumps(solo.to_json(), indent=1)
    if options.to is None:
        _say(text)
    else:
        options.to.write_text(text + "\n")
        _say(f"wrote {options.to}")


def _render(options: argparse.Namespace) -> None:
    from training.studio.record import record

    solo = _read_solo(options.solo)
    record(solo, instrument=options.instrument, static=STATIC, to=options.to, seed=options.seed)
    _say(f"wrote {options.to}")


def _read_solo(path: Path) -> Solo:
    try:
        return Solo.from_json(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(
            f"cannot read a solo from {path} ({error}); write one with `compose --to FILE`"
        ) from error


def _studio(options: argparse.Namespace) -> None:
    from training.composer.infer import load_composer
    from training.studio.make import build, summary

    reports = build(
        options.only,
        static=STATIC,
        credits_file=STATIC.parent / "CREDITS.md",
        compose=load_composer(MODELS).compose,
        seed=options.seed,
        tell=_say,
    )
    _say(summary(reports))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)

    corpus = verbs.add_parser("corpus", help="fetch and read the corpora and say what is in them")
    corpus.add_argument(
        "--fetch",
        nargs="?",
        const=POP909,
        metavar="URL",
        help="get POP909-HSA from its public home, or from a mirror, check it and keep it in .cache/",
    )
    corpus.add_argument("--report", type=Path, metavar="FOLDER", help="write a page with pictures there")
    corpus.set_defaults(run=_corpus)
    training = verbs.add_parser("train", help="teach the voices: songs first, then the house corpus")
    training.add_argument(
        "voices", nargs="*", metavar="VOICE", help="melody, chords, bass, comp; all if none"
    )
    training.add_argument("--id", default="house-2", help="name of the weights, and of their runs")
    training.add_argument("--fresh", action="store_true", help="begin again, whatever was trained before")
    training.add_argument("--to", type=Path, default=MODELS, metavar="FOLDER")
    training.set_defaults(run=_train)
    search = verbs.add_parser("search", help="try melody models of many shapes, and hear the best")
    search.add_argument("--study", default="melody", metavar="NAME", help="a search to begin or go on with")
    search.add_argument("--trials", type=int, default=20, help="how many to try, counting those tried before")
    search.add_argument("--winners", type=int, default=3, help="how many to record")
    search.add_argument(
        "--storage",
        metavar="URL",
        help="the database that workers share; SQLite beside what is tried if none",
    )
    search.set_defaults(run=_search)
    for verb in (training, search):
        verb.add_argument("--toy", action="store_true", help="tiny models, in a minute")
        verb.add_argument("--seed", type=int, default=1)
        verb.add_argument("--runs", type=Path, default=RUNS, metavar="FOLDER", help="checkpoints and curves")
    evaluate = verbs.add_parser("evaluate", help="judge the model against held-out songs")
    evaluate.add_argument("--solos", type=int, default=50)
    evaluate.add_argument("--baselines", type=Path, metavar="FOLDER", help="the seeds' trained models")
    evaluate.add_argument("--to", type=Path, metavar="FOLDER", help="write the page there, else print it")
    evaluate.add_argument(
        "--melody",
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="more weights of the melody to give held-out bits for; may be repeated",
    )
    evaluate.set_defaults(run=_evaluate)
    for verb in (corpus, training, search, evaluate):
        verb.add_argument(
            "--from",
            dest="source",
            type=Path,
            required=verb is evaluate,
            metavar="PATH",
            help="songs: a .tar.gz of POP909-HSA, or a folder of MusicXML or MIDI",
        )

    for verb in (corpus, training, search, evaluate):
        verb.add_argument("--house", type=Path, default=HOUSE, metavar="FOLDER", help="the lead sheets")

    compose = verbs.add_parser("compose", help="write a solo as JSON")
    compose.add_argument("--seed", type=int, required=True)
    compose.add_argument("--bars", type=int, default=SOLO_BARS)
    compose.add_argument("--progression", help="e.g. 'Dm9 G13 Cmaj9 A7'")
    compose.add_argument("--mood")
    compose.add_argument("--temperature", type=float)
    compose.add_argument("--to", type=Path, metavar="FILE")
    compose.set_defaults(run=_compose)
    render = verbs.add_parser("render", help="record a composed solo as Ogg Vorbis")
    render.add_argument("solo", type=Path, help="a file written by `compose --to`")
    render.add_argument("--instrument", default="rhodes")
    render.add_argument("--to", type=Path, required=True, metavar="FILE")
    render.set_defaults(run=_render)
    studio = verbs.add_parser("studio", help="make everything under static/ that is made")
    studio.add_argument(
        "only", nargs="*", metavar="PART", help="kinds or ids, e.g. `drums` or `ambience/rain`; all if none"
    )
    studio.set_defaults(run=_studio)
    for verb in (render, studio):
        verb.add_argument("--seed", type=int, default=0)
    for verb in (search, evaluate, compose):
        verb.add_argument("--models", type=Path, default=MODELS, metavar="FOLDER")
    return parser


def _say(line: str) -> None:
    print(line)  # noqa: T201 - a command line speaks


if __name__ == "__main__":
    sys.exit(main())
