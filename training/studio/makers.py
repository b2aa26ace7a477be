"""One maker for each kind of part: it writes the part's files and returns its catalog row."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

import numpy as np
from hibari import Hibari

from training.music.grid import AMBIENCE_BARS, BPM, SAMPLE_RATE, SOLO_BARS, bars_to_frames
from training.studio.ambience import AMBIENCES
from training.studio.audio import Audio
from training.studio.bench import Bench, Made
from training.studio.catalog import Row
from training.studio.drums.loops import LOOPS
from training.studio.drums.render import render_loop
from training.studio.files import write_ogg
from training.studio.instruments import (
    INSTRUMENTS,
    note_name,
    one_shot_file,
    render_one_shots,
)
from training.studio.mastering import TARGETS, master
from training.studio.midi import write_midi
from training.studio.quotes import CREDIT as VOICE_CREDIT
from training.studio.quotes import QUOTES, render_quote
from training.studio.sampler import load_one_shots
from training.studio.scenes import SCENES, render_scene
from training.studio.solos import SOLOS, render_solo
from training.studio.soundfont import CREDIT as SOUNDFONT_CREDIT
from training.studio.soundfont import load_soundfont

STATION: Final = "Lofi Station"
CC0: Final = "CC0-1.0"
QUALITY: Final = {"drums": 3, "ambience": 0, "quotes": 3, "solos": 3, "instruments": 3}  # Vorbis

_soundfont = cache(load_soundfont)
_voice = cache(Hibari)


@dataclass(frozen=True, slots=True)
class Maker:
    """How the parts of a kind are made, and which there are."""

    ids: Iterable[str]
    make: Callable[[str, Bench], Made]


def make_drums(id_: str, bench: Bench) -> Made:
    """Render a drum loop."""
    loop, generator = LOOPS[id_], bench.generator(id_)
    row = {
        "label": loop.label,
        "credit": f"{STATION}, played on the drums of the {SOUNDFONT_CREDIT}",
        "licence": f"{CC0} (loop), MIT (samples)",
    }
    return _ship("drums", id_, render_loop(loop, _soundfont(), generator), row, bench, generator)


def make_ambience(id_: str, bench: Bench) -> Made:
    """Synthesise an ambience; its scene is a part of its own."""
    ambience, generator = AMBIENCES[id_], bench.generator(id_)
    audio = ambience.render(bars_to_frames(AMBIENCE_BARS), generator)
    row = {"label": ambience.label, "credit": f"{STATION}, synthesised", "licence": CC0}
    return _ship("ambience", id_, audio, row, bench, generator)


def make_quote(id_: str, bench: Bench) -> Made:
    """Have a line spoken."""
    quote, generator = QUOTES[id_], bench.generator(id_)
    row = {
        "label": quote.label,
        "text": quote.text,
        "author": quote.author,
        "source": quote.source,
        "credit": f"{quote.author}, {quote.source}. {VOICE_CREDIT}",
        "licence": f"Public domain (text), Apache-2.0 (voice), {CC0} (recording)",
    }
    return _ship("quotes", id_, render_quote(quote, _voice(), generator), row, bench, generator)


def make_instrument(id_: str, bench: Bench) -> Made:
    """Record an instrument's one-shots."""
    instrument, generator = INSTRUMENTS[id_], bench.generator(id_)
    samples, files = {}, []
    for pitch, sound in render_one_shots(instrument, _soundfont()).items():
        samples[note_name(pitch).replace("s", "#")] = one_shot_file(id_, pitch)
        files.append(bench.static / one_shot_file(id_, pitch))
        write_ogg(files[-1], sound, generator, quality=QUALITY["instruments"])
    row = {
        "id": id_,
        "label": instrument.label,
        "samples": samples,
        "loudness": instrument.loudness,
        "credit": instrument.credit,
        "licence": "MIT",
    }
    return Made(row, tuple(files), instrument.loudness)


def make_solo(id_: str, bench: Bench) -> Made:
    """Have a solo composed, and record it on the shipped one-shots."""
    order, generator = SOLOS[id_], bench.generator(id_)
    solo = bench.compose(seed=order.seed, bars=SOLO_BARS, mood=order.mood)
    one_shots = load_one_shots(order.instrument, static=bench.static)
    notes, midi = f"audio/solos/{id_}.json", f"audio/solos/{id_}.mid"
    row = {
        "label": solo.title,
        "notes": notes,
        "midi": midi,
        "instrument": order.instrument,
        "seed": solo.seed,
        "key": solo.key,
        "progression": solo.progression,
        "mood": solo.mood,
        "credit": f"Composed by {STATION}'s model {solo.model}. " + INSTRUMENTS[order.instrument].credit,
        "licence": f"{CC0} (composition and recording), MIT (samples)",
    }
    made = _ship("solos", id_, render_solo(solo, one_shots, generator), row, bench, generator)
    text = json.dumps(solo.to_json(), ensure_ascii=False, separators=(",", ":"))
    (bench.static / notes).write_text(text + "\n", "utf-8")
    write_midi(bench.static / midi, solo)
    return Made(
        made.row,
        (*made.files, bench.static / notes, bench.static / midi),
        made.loudness,
        made.true_peak,
    )


def make_scene(id_: str, bench: Bench) -> Made:
    """Paint the scene of an ambience."""
    scene = SCENES[id_]
    files = render_scene(scene, directory=bench.static / "gifs")
    row = {
        "id": id_,
        "label": scene.label,
        "description": scene.description,
        "gif": files.gif.relative_to(bench.static).as_posix(),
        "webp": files.webp.relative_to(bench.static).as_posix(),
        "still": files.still.relative_to(bench.static).as_posix(),
        "palette": asdict(scene.page),
        "credit": scene.credit,
        "licence": scene.licence,
    }
    return Made(row, (files.gif, files.webp, files.still))


def _ship(kind: str, id_: str, audio: Audio, row: Row, bench: Bench, generator: np.random.Generator) -> Made:
    """Level the audio, write it to static/audio/<kind>/<id>.ogg and complete its row."""
    mastered = master(audio, loudness=TARGETS[kind])
    file = f"audio/{kind}/{id_}.ogg"
    write_ogg(bench.static / file, mastered.audio, generator, quality=QUALITY[kind])
    frames = len(audio)
    on_the_grid = kind != "quotes"
    complete = {
        "id": id_,
        **row,
        "file": file,
        "frames": frames,
        "seconds": frames / SAMPLE_RATE,
        "bpm": BPM if on_the_grid else None,
        "bars": frames // bars_to_frames(1) if on_the_grid else None,
        "loudness": round(mastered.loudness, 1),
    }
    return Made(complete, (bench.static / file,), mastered.loudness, mastered.true_peak)


# In the order they are made: the solos are played on the instruments.
MAKERS: Final[Mapping[str, Maker]] = {
    "drums": Maker(LOOPS, make_drums),
    "ambience": Maker(AMBIENCES, make_ambience),
    "scenes": Maker(SCENES, make_scene),
    "quotes": Maker(QUOTES, make_quote),
    "instruments": Maker(INSTRUMENTS, make_instrument),
    "solos": Maker(SOLOS, make_solo),
}
