"""The import rules, executed: who may know whom, in Python and in JavaScript."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# A package -> the modules of ours it may import. The longest name that fits a module counts.
PYTHON_SEES = {
    "server": ("server", "training.music", "training.composer.infer"),
    "training": (),
    "training.__main__": ("training",),
    "training.music": ("training.music",),
    "training.composer": ("training.composer", "training.music"),
    "training.studio": ("training.studio", "training.music", "training.composer.infer"),
}
# A library -> the one package that may import it.
PYTHON_OWNERS = {
    "flask": "server",
    "werkzeug": "server",
    "waitress": "server",
    "tensorflow": "training.composer",
    "keras": "training.composer",
    "music21": "training.composer",
    "matplotlib": "training.composer",
    "optuna": "training.composer",
    "pydub": "training.studio",
    "PIL": "training.studio",
    "tinysoundfont": "training.studio",
    "hibari": "training.studio",
    "mido": "training.studio",
    "pyloudnorm": "training.studio",
    "scipy": "training.studio",
}
TOO_HEAVY_TO_SERVE = ("tensorflow", "keras", "music21", "scipy", "pydub", "PIL")

JS_SEES = {
    "core": ("core",),
    "engine": ("core", "engine", "songs", "tone"),
    "visuals": ("core", "visuals"),
    "ui": ("core", "ui"),
    "api": ("core", "api"),
    "visuals/p5.js": ("p5",),  # the parts of p5 that are used; main.js loads it late and hands it over
    "main.js": ("core", "engine", "visuals", "ui", "api"),
}
# A word -> the folders whose code may say it.
JS_WORDS = {
    r"(?<!\.)\b(document|window)\b": ("ui", "main.js"),
    r"(?<!\.)\bfetch\(": ("api", "main.js"),  # main hands it over
    r"\b(Math\.random|Date\.now|performance\.now)\b": ("engine", "visuals", "ui", "api", "main.js"),
}
JS_TOKENS = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)""",
    re.DOTALL,
)
JS_IMPORTS = re.compile(r"""\b(?:from|import)\s*\(?\s*["']([^"']+)["']""")


def is_within(module: str, package: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


def python_imports(path: Path, module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*parts, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def python_faults(root: Path) -> Iterator[str]:
    """Yield each import under `root` that breaks a rule, as "module imports name"."""
    for path in sorted([*root.glob("server/**/*.py"), *root.glob("training/**/*.py")]):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        package = max((name for name in PYTHON_SEES if is_within(module, name)), key=len)
        for name in python_imports(path, module):
            library = name.split(".")[0]
            if library in ("server", "training"):
                allowed = any(is_within(name, seen) for seen in PYTHON_SEES[package])
            elif package == "training.music":
                allowed = library == "numpy" or library in sys.stdlib_module_names
            else:
                allowed = package == PYTHON_OWNERS.get(library, package)
            if not allowed:
                yield f"{module} imports {name}"


def js_faults(root: Path) -> Iterator[str]:
    """Yield each import or word in the scripts under `root` that breaks a rule."""
    for path in sorted(root.rglob("*.js")):
        name = path.relative_to(root).as_posix()
        place = name if name in JS_SEES else name.split("/")[0]
        text = JS_TOKENS.sub(lambda token: token["string"] or "", path.read_text())
        for imported in JS_IMPORTS.findall(text):
            if imported.startswith("."):
                seen = (path.parent / imported).resolve().relative_to(root).parts[0]
            else:
                seen = imported.split("/")[0]
            if seen not in JS_SEES[place]:
                yield f"{path.relative_to(root)} imports {imported}"
        code = JS_TOKENS.sub("", text)
        for word, places in JS_WORDS.items():
            if place not in places and (found := re.search(word, code)):
                yield f"{path.relative_to(root)} says {found[0]}"


def test_python_keeps_its_boundaries() -> None:
    assert list(python_faults(ROOT)) == []


def test_scripts_keep_their_boundaries() -> None:
    assert list(js_faults(ROOT / "static/js")) == []


def test_importing_the_server_loads_nothing_heavy() -> None:
    code = "import json, sys, server; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    loaded = {name.split(".")[0] for name in json.loads(run.stdout)}
    assert loaded.isdisjoint(TOO_HEAVY_TO_SERVE)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("server/api.py", "from training.composer import corpus"),
        ("server/api.py", "def f():\n    import PIL.Image"),
        ("training/studio/drums.py", "from server.assets import Assets"),
        ("training/studio/solos.py", "import training.composer.model"),
        ("training/studio/solos.py", "from ..composer.model import Model"),
        ("training/studio/drums.py", "import music21"),
        ("training/composer/model.py", "from pydub import AudioSegment"),
        ("training/composer/model.py", "from training.studio import drums"),
        ("training/music/chords.py", "import scipy.signal"),
        ("training/music/chords.py", "import flask"),
    ],
)
def test_a_forbidden_python_import_is_found(tmp_path: Path, file: str, line: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(line)
    assert len(list(python_faults(tmp_path))) == 1


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("core/time.js", 'import { Player } from "../engine/player.js";'),
        ("core/random.js", "export const roll = () => Math.random();"),
        ("core/random.js", "export const today = () => Date.now();"),
        ("ui/knobs.js", 'import * as Tone from "tone";'),
        ("ui/knobs.js", 'fetch("/api/solo");'),
        ("ui/knobs.js", 'import { Gain } from "tone/build/esm/core/context/Gain.js";'),
        ("engine/mix.js", 'import "../ui/knobs.js";'),
        ("engine/mix.js", "document.title = name;"),
        ("visuals/bars.js", 'const p5 = await import("p5");'),
        ("main.js", 'import * as Tone from "tone";'),
    ],
)
def test_a_forbidden_line_of_script_is_found(tmp_path: Path, file: str, line: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(line)
    assert len(list(js_faults(tmp_path))) == 1


def test_comments_and_strings_break_no_rule(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core/time.js").write_text(
        '/** @param {import("tone").Player} player */ const name = "document"; // fetch('
    )
    assert list(js_faults(tmp_path)) == []
