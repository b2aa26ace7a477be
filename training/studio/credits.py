"""Write CREDITS.md from the catalog: whose work is heard and seen, and under which licence."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from training.studio.catalog import LISTS

HEADINGS: Final = {
    "drums": "Drums",
    "ambience": "Ambience",
    "quotes": "Quotes",
    "solos": "AI solos",
    "songs": "Songs",
    "instruments": "Instruments",
}

# The SoundFont's authors ask that these stand with whatever is made of it.
SOUNDFONT_NOTICE: Final = """\
## The SoundFont's notice

MS_General 0.1, used for the drums and the instruments:

- FluidR3 (original version) by Frank Wen, Copyright © 2000-2002, 2008
- Mono conversion (FluidR3Mono) by Michael Cowgill, Copyright © 2014-17
- Adaptation for MS_General.sf2 by S. Christian Collins, Copyright © 2018
- Temple Blocks instrument provided by Ethan Winer, Copyright © 2002
- Drumline Percussion provided by Michael Schorsch, Copyright © 2016

Fluid was made with the help of Suren M. Seron, Scott Hanan, Steve Aupperle, Chris Gillman,
Alex Taubr, Chris Prola, Andrew Klenk, Winfried Hubbe, Dylan, Tim, Gort, Uros Katic and Ethan Winer.

> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
> associated documentation files (the "Software"), to deal in the Software without restriction,
> including without limitation the rights to use, copy, modify, merge, publish, distribute,
> sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
> furnished to do so, subject to the following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or
> substantial portions of the Software.
>
> THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
> NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
> NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
> DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
> OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def write_credits(path: Path, *, static: Path) -> None:
    """Write the credits of everything in the catalog of `static` to `path`."""
    catalog = json.loads((static / "catalog.json").read_text("utf-8"))
    text = "\n".join(["# Credits", "", *_lines(catalog), SOUNDFONT_NOTICE])
    aside = path.with_suffix(".part")
    aside.write_text(text, "utf-8")
    aside.replace(path)


def _lines(catalog: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    yield "Written by `python -m training studio` from static/catalog.json."
    yield ""
    for name in LISTS:
        if not catalog[name]:
            continue
        yield f"## {HEADINGS[name]}"
        yield ""
        for row in catalog[name]:
            yield f"- **{row['label']}**: {row['credit']}. Licence: {row['licence']}."
            if scene := row.get("scene"):
                yield f"- **{scene['label']}** (scene): {scene['credit']}. Licence: {scene['licence']}."
        yield ""
