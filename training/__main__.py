"""The command line: `python -m training VERB`."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from training.music.grid import SOLO_BARS

STATIC: Final = Path(__file__).resolve().parent.parent / "static"
WEIGHTS: Final = STATIC / "models" / "melody.npz"


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
    from training.composer.corpus import SPLITS, gather

    corpus = gather(options.source)
    for line in corpus.refused:
        _say(f"left out: {line}")
    for name in SPLITS:
        pieces = corpus.split(name)
        notes = sum(len(piece.melody) for piece in pieces)
        _say(f"{name}: {len(pieces)} pieces, {sum(p.bars for p in pieces)} bars, {notes} notes")
    _say(f"sha256 {corpus.sha256}")


def _train(options: argparse.Namespace) -> None:
    from training.composer.corpus import gather
    from training.composer.train import TOY, TrainingConfig, train
    from training.composer.weights import MelodyConfig

    model_config, training_config = TOY if options.toy else (MelodyConfig(), TrainingConfig())
    if options.epochs is not None:
        training_config = replace(training_config, epochs=options.epochs)
    train(
        gather(options.source),
        identity=options.id,
        model_config=model_config,
        training_config=replace(training_config, seed=options.seed),
        to=options.to,
    )
    _say(f"wrote {options.to}")


def _evaluate(options: argparse.Namespace) -> None:
    from training.composer.corpus import gather
    from training.composer.evaluate import report
    from training.composer.weights import load_weights

    for line in report(load_weights(options.model), gather(options.source), solos=options.solos):
        _say(line)


def _compose(options: argparse.Namespace) -> None:
    from training.composer.infer import load_composer

    solo = load_composer(options.model).compose(
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
    from training.music.solo import Solo
    from training.studio.record import record

    try:
        solo = Solo.from_json(json.loads(options.solo.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(
            f"cannot read a solo from {options.solo} ({error}); write one with `compose --to FILE`"
        ) from error
    record(solo, instrument=options.instrument, static=STATIC, to=options.to, seed=options.seed)
    _say(f"wrote {options.to}")


def _studio(options: argparse.Namespace) -> None:
    from training.composer.infer import load_composer
    from training.studio.make import build, summary

    reports = build(
        options.only,
        static=STATIC,
        credits_file=STATIC.parent / "CREDITS.md",
        compose=load_composer(WEIGHTS).compose,
        seed=options.seed,
        tell=_say,
    )
    _say(summary(reports))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)

    corpus = verbs.add_parser("corpus", help="read a corpus and say what is in it")
    corpus.set_defaults(run=_corpus)
    training = verbs.add_parser("train", help="train the melody model")
    training.add_argument("--id", default="pop909-1", help="name of the weights")
    training.add_argument("--toy", action="store_true", help="a tiny model, in a minute")
    training.add_argument("--epochs", type=int)
    training.add_argument("--seed", type=int, default=1)
    training.add_argument("--to", type=Path, default=WEIGHTS, metavar="FILE")
    training.set_defaults(run=_train)
    evaluate = verbs.add_parser("evaluate", help="judge the model against held-out songs")
    evaluate.add_argument("--solos", type=int, default=50)
    evaluate.set_defaults(run=_evaluate)
    for verb in (corpus, training, evaluate):
        verb.add_argument(
            "--from",
            dest="source",
            type=Path,
            required=True,
            metavar="PATH",
            help="a .tar.gz of POP909-HSA, or a folder of MusicXML or MIDI",
        )

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
    for verb in (evaluate, compose):
        verb.add_argument("--model", type=Path, default=WEIGHTS, metavar="FILE")
    return parser


def _say(line: str) -> None:
    print(line)  # noqa: T201 - a command line speaks


if __name__ == "__main__":
    sys.exit(main())
