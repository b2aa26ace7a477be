"""The drum loops the station has. A new one is a new row here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from training.studio.drums.kits import BRUSHES, DUSTY, Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class DrumLoop:
    """A drum loop: its bars as text (see pattern.py), the order they come in, and its feel."""

    label: str
    kit: Kit
    form: str  # one letter of `bars` for each of the eight bars
    swing: float  # see grid.swing_delay
    late: Mapping[str, float] = field(default_factory=dict)  # ms that a drum drags (or pushes, < 0)
    drive: float  # dB into the tape
    tone: float  # Hz, where the tape begins to dull everything
    dust: float  # dB RMS of the record's surface
    bars: dict[str, str]


LOOPS: Final[Mapping[str, DrumLoop]] = {
    "boom-bap": DrumLoop(
        label="Boom bap",
        kit=DUSTY,
        form="ABACABAD",
        swing=0.58,
        late={"snare": 9, "hat": 5, "open": 5},
        drive=20,
        tone=5000,
        dust=-58,
        bars={
            "A": """
                kick   9... ...5 ..8. ....
                knock  7... ...3 ..6. ....
                snare  .... 8... .1.. 8...
                hat    7.4. 6.42 7.4. 6.4.
            """,
            "B": """
                kick   9... ...4 .78. ...3
                knock  7... .... ..6. ....
                snare  .... 8..1 .... 8..2
                hat    7.4. 6.4. 7.43 6.4.
            """,
            "C": """
                kick   9... ...5 ..8. ..6.
                knock  7... .... ..6. ....
                snare  .... 8..1 .2.. 8.34
                hat    7.4. 6.4. 7.4. 6...
                open   .... .... .... ..5.
            """,
            "D": """
                kick   9... ..6. ...7 ....
                knock  7... ..4. .... ....
                snare  .... 8..2 .3.. 7.56
                hat    7.4. 6.4. 7.4. 5...
                tom    .... .... .... .4..
            """,
        },
    ),
    "brushes": DrumLoop(
        label="Brushes",
        kit=BRUSHES,
        form="ABACABAD",
        swing=0.62,
        late={"slap": 12, "tap": 8, "ride": 3},
        drive=24,
        tone=4000,
        dust=-60,
        bars={
            "A": """
                kick   8... 4... 6.5. 4...
                slap   .... 7... .... 7...
                tap    ..2. ...2 .2.. ..3.
                swirl  5... .... 4... ....
                foot   .... 6... .... 6...
                ride   6... 5..3 6... 5..3
            """,
            "B": """
                kick   8... 4..4 6.5. 4...
                slap   .... 7... .... 7...
                tap    ..2. ..2. .2.3 ...2
                swirl  5... .... 4... ....
                foot   .... 6... .... 6...
                ride   6... 5... 6..3 5...
            """,
            "C": """
                kick   8... 4... 6.5. 4.5.
                slap   .... 7... .... 7...
                tap    ..2. ...2 .3.2 ..45
                swirl  5... .... 4... ....
                foot   .... 6... .... 6...
                ride   6... 5..3 6... 4...
            """,
            "D": """
                kick   8... 4.6. 5... 4...
                slap   .... 7... .... 6..5
                tap    ..2. ...3 .3.4 .44.
                swirl  5... .... 5... ....
                foot   .... 6... .... 6...
                ride   6... 5..3 5... ....
            """,
        },
    ),
    "dusty-swing": DrumLoop(
        label="Dusty swing",
        kit=DUSTY,
        form="ABACABAD",
        swing=0.64,
        late={"kick": 6, "knock": 6, "snare": -4, "rim": 14, "hat": 16, "shaker": 10},
        drive=22,
        tone=4300,
        dust=-54,
        bars={
            "A": """
                kick   9..5 .... ...8 ....
                knock  6... .... ...5 ....
                snare  .... 7... .... 7...
                rim    .... ...3 .... ..4.
                hat    6.5. 6.5. 6.5. 6.5.
                shaker 2323 2323 2323 2323
            """,
            "B": """
                kick   9... ..4. .7.8 ....
                knock  6... .... ...5 ....
                snare  .... 7... .... 7..1
                rim    .... ...3 .... ..4.
                hat    6.5. 6.53 6.5. 6.5.
                shaker 2323 2323 2323 2323
            """,
            "C": """
                kick   9..5 .... ...8 ..5.
                knock  6... .... ...5 ....
                snare  .... 7..1 ..2. 7..3
                rim    .... .... .4.. ..4.
                hat    6.5. 6.5. 6.5. 6...
                open   .... .... .... ..4.
                shaker 2323 2323 2323 2323
            """,
            "D": """
                kick   9... ..6. .... ...4
                knock  6... ..4. .... ....
                snare  .... 7..2 .2.3 6.45
                rim    .... ...3 .... .4..
                hat    6.5. 6.5. 5... ....
                shaker 2323 2323 2323 2...
            """,
        },
    ),
}
