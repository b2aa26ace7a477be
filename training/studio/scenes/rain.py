"""Rain: a desk at a big window, the city in rain behind it, a cat on the sill."""

from functools import cache

import numpy as np

from training.studio.paint.canvas import COLUMNS, ROWS, WIDTH, Canvas, Field, Picture, veil
from training.studio.paint.creatures import sitting_cat
from training.studio.paint.fire import steam
from training.studio.paint.light import glow
from training.studio.paint.motion import cycle, during, flicker, wave
from training.studio.paint.palette import Palette
from training.studio.paint.scene import PagePalette, Scene
from training.studio.paint.shapes import Point, box, edge, ellipse, polygon, stroke
from training.studio.paint.sky import clouds, gradient
from training.studio.paint.skyline import Skyline, skyline
from training.studio.paint.sprite import stamp
from training.studio.paint.weather import pane, rain

PALETTE = Palette.of(
    sky="#0d0b1a #151735 #1f2550 #3b2a5c #5f3d78 #93568a",
    city="#0d0b1a #151735 #1f2550 #2f3a6e #475891 #6b83b3 #9db6d3 #dcebf0",
    light="#3d1f35 #8a4a3f #bd7346 #e6a556 #fbd57f #fff4c4",
    neon="#3b2a5c #5f3d78 #c23a4e #f0768a #dcebf0",
    wood="#0d0b1a #23132a #3d1f35 #5e2f3b #8a4a3f #bd7346 #e6a556 #fbd57f #fff4c4",
    wall="#0d0b1a #23132a #3b2a5c #5f3d78 #93568a #bd7346 #e6a556 #fbd57f",
    fur="#0d0b1a #23132a #3d1f35 #8a4a3f #e6a556 #fbd57f",
    leaf="#0d0b1a #14302f #2a5a45 #5f934e #e6a556 #fbd57f",
    red="#23132a #5e2f3b #c23a4e #f0768a #fbd57f #fff4c4",
    paper="#1f2550 #475891 #6b83b3 #9db6d3 #dcebf0 #fff4c4",
    mug="#151735 #1f2550 #2f3a6e #475891 #6b83b3 #9db6d3 #fff4c4",
)
OUTSIDE = ("sky", "city", "light", "neon")
LAMP = (67, 84)  # where the bulb hangs
WAIST: Field = 8 * np.exp(-(((ROWS - 92) / 26) ** 2))  # how far the curtain is gathered
CURTAIN = (288 + WAIST - ROWS / 40 < COLUMNS) & (ROWS < 130)
GLASS = box(86, 8, 300, 112)
SEEN = GLASS & ~CURTAIN & ~box(160, 0, 164, 112) & ~box(86, 36, 300, 39)  # between the bars

MUG = """
...4444444444......
.44222222222244....
4422111111112244...
445222222222254433.
444555444333344.443
4445aa444aa33332.33
444aaaa4aaaa3332..3
444aaaaaaaaa3332..3
4444aaaaaaa33332.33
44444aaaaa33332233.
444444aaa3333223...
4444444a333332.....
.44444443333322....
.44444433333222....
..444433333222.....
...3333222222......
"""
RADIO = """
...............................2...........
..............................2............
.............................2.............
............................2..............
.5555555555555555555555555555555555555555..
544444444444444444444444444444444444444443.
543333333333333333333333333333333333333343.
543111111111111111133aaaaaaaaaaaaaaaa33343.
543121212121212121133abababcbabababa133343.
543111111111111111133aaaaaaaaaaaaaaaa33343.
543121212121212121133333333333333333333343.
543111111111111111133345433345433335543343.
543121212121212121133354533354533355554343.
543111111111111111133345433345433335543343.
543121212121212121133333333333333333333343.
543333333333333333333333333333333333333343.
532222222222222222222222222222222222222223.
.2211111111111111111111111111111111111122..
..11..................................11...
"""
POT = """
.....3......2.....
..3..23..3.22..3..
..23.123.3122.32..
3..221.2321.2221.3
23..12.2221.221.32
122..12.22122.1221
..1221122211211...
3..1122.12.2211.33
.221..1212121.221.
...1221.21.1221...
.....11.21.11.....
....aaaaaaaaaa....
....abbbbbbbba....
.....bbbbbbbb.....
.....cbbbbbbc.....
.....cbbbbbbc.....
......cccccc......
"""
IVY = ("12.\n123\n.21", ".32\n221\n12.", "23.\n122")
MOTHS = ("44.44\n.454.\n..3..", ".....\n44544\n..3..", "..5..\n.444.\n4.3.4", ".....\n44544\n..3..")


@cache
def _towns() -> tuple[Skyline, Skyline, Skyline]:
    far = skyline(seed=3, base=116, heights=(34, 74), widths=(9, 17), window=(1, 1),
                  pitch=(3, 4), alight=0.2)  # fmt: skip
    middle = skyline(seed=14, base=116, heights=(24, 50), widths=(14, 26), window=(1, 2),
                     pitch=(4, 5), alight=0.3)  # fmt: skip
    near = skyline(seed=8, base=118, heights=(8, 24), widths=(26, 44), window=(3, 3),
                   pitch=(6, 7), alight=0.3)  # fmt: skip
    return far, middle, near


@cache
def _sky() -> Canvas:
    canvas = Canvas(PALETTE)
    canvas.fill(GLASS, "sky", gradient((8, 1), (34, 2), (60, 3), (80, 4), (98, 5)))
    return canvas


def _town(canvas: Canvas, town: Skyline, *, body: int, windows: float) -> None:
    canvas.fill(town.houses, "city", body + ((ROWS - 84) / 40).clip(0, 1))
    canvas.lighten(-1, town.sides)
    canvas.fill(town.lit, "light", windows)


def _tower(canvas: Canvas, t: float) -> None:
    """Raise the tower that the eye finds the city by, with its aircraft light."""
    for left, top, right in ((112, 56, 130), (114, 47, 128), (117, 42, 125)):
        canvas.fill(box(left, top, right, 112), "city", 3)
        canvas.fill(box(left, top, left + 1, 112), "city", 4)
        canvas.fill(box(right - (right - left) // 3, top, right, 112), "city", 2)
    panes = box(114, 50, 128, 112) & (COLUMNS % 3 == 1) & (ROWS % 4 == 2)
    canvas.fill(panes & (np.sin(COLUMNS * 7 + ROWS * 3) > 0.45), "light", 2)
    canvas.fill(box(121, 20, 122, 42), "city", 3)
    lit = wave(t, 3) > 0.1
    canvas.fill(box(120, 19, 123, 21), "neon", 3 if lit else 1)
    if lit:
        canvas.lighten(1.8 * glow(121, 20, 12), canvas.shows("sky"))


def _train(canvas: Canvas, t: float) -> None:
    """Send a lit train over the viaduct in the second half of the loop."""
    canvas.fill(box(86, 97, 300, 99), "city", 1)
    canvas.fill(box(86, 99, 300, 112) & (COLUMNS % 26 < 3), "city", 0)
    if not during(t, 0.45, 0.8):
        return
    along = 70 + (t % 1.0 - 0.45) / 0.35 * 330 - COLUMNS
    body = (along >= 0) & (along < 104) & box(0, 90, WIDTH, 97)
    canvas.fill(body, "city", 2)
    canvas.fill(body & box(0, 92, WIDTH, 95) & (along % 26 > 2) & (along % 6 > 1), "light", 4)


def _sign(canvas: Canvas, t: float) -> None:
    """Light a shop sign that has seen better days."""
    lit = 1 if during(t, 0.14, 0.17) or during(t, 0.2, 0.22) else 3
    canvas.fill(box(139, 80, 144, 104), "neon", 0)
    canvas.fill(box(140, 81, 143, 103) & (ROWS % 4 > 0), "neon", lit)
    if lit == 3:
        canvas.lighten(1.2 * glow(141, 92, 20), ~canvas.shows("neon"))


def _outside(t: float) -> Canvas:
    """Paint the city, with a sheet of rain before each row of its houses."""
    canvas = _sky().copy()
    far, middle, near = _towns()
    canvas.lighten(0.8 * clouds(t, seed=5, width=46, height=12, drift=30, cover=0.5))
    _town(canvas, far, body=3, windows=1.6)
    _tower(canvas, t)
    canvas.lighten(0.9, rain(t, seed=1, drops=330, length=6, turns=5, slant=-0.1))
    _town(canvas, middle, body=2, windows=2.4)
    canvas.lighten(1, rain(t, seed=2, drops=150, length=10, turns=7, slant=-0.1))
    _train(canvas, t)
    _town(canvas, near, body=1, windows=3.6)
    x, y = near.windows[17]  # somebody goes to bed, and gets up again before the loop ends
    if during(t, 0.3, 0.86):
        canvas.fill(box(x, y, x + 3, y + 3), "city", 0)
    _sign(canvas, t)
    return canvas


def _panes(canvas: Canvas, t: float) -> None:
    """Lay the near rain and the drops over the glass."""
    canvas.lighten(2, rain(t, seed=4, drops=60, length=22, turns=12, slant=-0.1))
    drops = pane(t, seed=11, beads=150, runners=34, top=8, bottom=112)
    canvas.lighten(1.2, drops.trails)
    canvas.lighten(2, drops.beads)
    canvas.fill(drops.runners, "city", 6)
    canvas.fill(edge(drops.runners, y=1), "city", 7)


@cache
def _room() -> Canvas:
    """Paint the room as it is without the lamp."""
    canvas = Canvas(PALETTE)
    canvas.fill(box(0, 0, WIDTH, 180), "wall", 1)
    # Wallpaper: small diamonds in columns that stand between each other.
    across, down = COLUMNS % 16, (ROWS + 8 * (COLUMNS // 16 % 2)) % 16
    canvas.lighten(0.5, np.abs(across - 8) + np.abs(down - 8) < 3)
    frame = box(80, 2, 306, 112) & ~SEEN
    canvas.fill(frame, "wood", 2)
    canvas.fill(edge(frame, x=-1) | edge(frame, y=-1), "wood", 3)
    canvas.fill(edge(frame, y=1), "wood", 1)
    canvas.fill(box(74, 112, 312, 116), "wood", 3.4)
    canvas.fill(box(74, 112, 312, 113), "wood", 4)
    canvas.fill(box(76, 116, 310, 121), "wood", 1.6)
    canvas.fill(box(76, 121, 310, 123), "wood", 0)
    _curtain(canvas)
    _shelf(canvas)
    _desk(canvas)
    return canvas


def _curtain(canvas: Canvas) -> None:
    """Hang a heavy curtain at the right, gathered by a band."""
    folds = np.sin((COLUMNS - WIDTH) / (2.6 - WAIST / 14) + 0.4 * np.sin(ROWS / 30))
    canvas.fill(CURTAIN, "leaf", np.round(1.1 + 0.9 * folds))
    canvas.fill(edge(CURTAIN, x=-1), "leaf", 2)
    canvas.fill(edge(CURTAIN, x=-1) & (np.abs(ROWS - 60) < 40), "city", 4)
    canvas.fill(CURTAIN & box(0, 90, WIDTH, 94), "wood", 4)
    canvas.fill(CURTAIN & box(0, 93, WIDTH, 94), "wood", 2)
    canvas.fill(CURTAIN & box(0, 128, WIDTH, 130), "leaf", 0)
    canvas.fill(box(70, 0, WIDTH, 2), "wood", 3)


def _shelf(canvas: Canvas) -> None:
    """Put up a shelf with books and an ivy that has outgrown its pot."""
    canvas.fill(box(6, 50, 66, 53), "wood", 3)
    canvas.fill(box(6, 53, 66, 55), "wood", 1)
    backs = (("red", 8, 5, 22), ("paper", 14, 4, 19), ("leaf", 19, 6, 24), ("wood", 26, 4, 17),
             ("red", 31, 5, 21), ("wall", 37, 5, 23))  # fmt: skip
    for ramp, left, wide, tall in backs:
        book = box(left, 50 - tall, left + wide, 50)
        canvas.fill(book, ramp, 1)
        canvas.fill(edge(book, x=-1), ramp, 2)
        canvas.fill(book & ((53 - tall == ROWS) | (ROWS == 46)), ramp, 2)
    canvas.fill(polygon((51, 41), (63, 41), (61, 50), (53, 50)), "red", 1.4)
    canvas.fill(box(50, 40, 64, 42), "red", 2)
    random = np.random.default_rng(5)
    for index, x in enumerate((48, 51, 54, 57, 60, 62, 64, 66)):
        for y in range(34 + int(3 * random.random()), (40, 41, 40, 41, 42, 52, 64, 58)[index], 3):
            wander = x - 1 + 2.4 * np.sin(y / 4 + index)
            stamp(canvas, IVY[int(random.integers(3))], wander, y, ramp="leaf", lift=-1)


def _desk(canvas: Canvas) -> None:
    lines = np.sin(ROWS * 1.9 + 2.2 * np.sin(COLUMNS / 31)) > 0.93
    grain = lines & (np.sin(COLUMNS / 17 + ROWS) > -0.4) & (ROWS > 136)
    canvas.fill(box(0, 134, WIDTH, 180), "wood", 2)
    canvas.lighten(-0.7, grain)
    canvas.fill(box(0, 134, WIDTH, 135), "wood", 3)
    canvas.fill(box(0, 167, WIDTH, 169), "wood", 3)
    canvas.fill(box(0, 169, WIDTH, 170), "wood", -3)
    canvas.fill(box(0, 170, WIDTH, 180), "wood", -1)
    for left in (14, 120, 226):
        canvas.fill(box(left, 173, left + 90, 180), "wood", -0.4)
        canvas.fill(box(left, 173, left + 90, 174), "wood", -3)
        canvas.fill(box(left + 40, 176, left + 50, 178), "wood", 2)
    page = polygon((94, 150), (119, 147), (146, 151), (150, 161), (120, 157), (90, 161))
    canvas.fill(page, "paper", 2)
    written = (ROWS % 3 == 1) & (COLUMNS % 7 < 5) & (np.abs(COLUMNS - 119.5) > 3)
    canvas.fill(page & written, "paper", 0)
    canvas.fill(page & (np.abs(COLUMNS - 119.5) < 1), "paper", 1)
    canvas.fill(edge(page, y=1), "paper", 1)
    canvas.fill(stroke([(136, 158), (154, 148)], [1.6, 1.6]), "red", 2)
    canvas.fill(ellipse(173, 155, 13, 2.4), "wood", 1)
    stamp(canvas, MUG, 164, 139, ramp="mug", lift=-0.6, inks={"a": ("red", 2)})
    books = (("leaf", 204, 154, 252, 1.6), ("wall", 208, 148, 249, 2.6), ("red", 203, 142, 244, 1))
    for ramp, left, top, right, step in books:
        book = box(left, top, right, top + 6)
        canvas.fill(book, ramp, step)
        canvas.fill(edge(book, y=-1), ramp, step + 1)
        canvas.fill(edge(book, y=1), ramp, step - 1)
        canvas.fill(box(right - 6, top + 1, right, top + 5), "paper", 3)
    dial = {"a": ("light", 4.0), "b": ("wood", 2.0), "c": ("red", 2.0)}
    stamp(canvas, RADIO, 266, 137, ramp="wood", inks=dial, lift=-1)
    pot = {"a": ("red", 2.0), "b": ("red", 1.4), "c": ("red", 1.0)}
    stamp(canvas, POT, 90, 96, ramp="leaf", inks=pot)


def _lamp(canvas: Canvas, t: float) -> None:
    """Throw the lamp's light over wall and desk, then draw the lamp itself."""
    unrest = flicker(t, seed=2)
    inside = ~canvas.shows(*OUTSIDE)
    wall, desk = inside & (ROWS < 134), inside & (ROWS >= 134)
    canvas.lighten((3.6 + 0.4 * unrest) * glow(*LAMP, 120 + 3 * unrest), wall)
    canvas.lighten((4.4 + 0.4 * unrest) * glow(84, 150, 150 + 3 * unrest, squash=2.2), desk)
    canvas.lighten(1.6 * glow(295, 145, 34), desk)  # the radio's dial
    leaves = canvas.shows("leaf")
    canvas.step[leaves] = canvas.step[leaves].clip(max=3)  # green stays green
    arm = stroke([(40, 150), (28, 104), (62, 70)], [2.2, 2.2, 2.2])
    canvas.fill(arm, "wood", 4)
    canvas.fill(edge(arm, x=1), "wood", 2)
    canvas.fill(ellipse(40, 151, 13, 3.4), "wood", 3)
    canvas.fill(ellipse(40, 150, 12, 2.6), "wood", 5)
    canvas.fill(ellipse(28, 104, 2, 2), "wood", 6)
    canvas.fill(ellipse(LAMP[0], LAMP[1], 11, 3), "light", 5)
    shade = polygon((60, 66), (72, 66), (84, 84), (50, 84))
    canvas.fill(shade, "leaf", 2)
    canvas.fill(shade & (COLUMNS < 62), "leaf", 3)
    canvas.fill(shade & (COLUMNS > 74), "leaf", 1)
    canvas.fill(edge(shade, y=1), "leaf", 5)
    canvas.fill(box(64, 63, 69, 66), "wood", 5)


def _moth(canvas: Canvas, t: float) -> None:
    x = LAMP[0] + 21 * wave(t, 2) + 5 * wave(t, 5, 0.3)
    y = LAMP[1] + 14 + 6 * wave(t, 3, 0.25) + 3 * wave(t, 4)
    stamp(canvas, MOTHS[int(cycle(t, 12) * 4)], x - 2, y, ramp="light")


def _cat(canvas: Canvas, t: float) -> None:
    """Sit the cat on the sill, its back to us; its tail has a mind of its own."""
    breath, swing, tip = 0.6 * wave(t, 2), wave(t, 2, 0.2), wave(t, 2, 0.05)
    tail: list[Point] = [(224, 111), (232, 113), (236, 119), (237 + 2 * swing, 127)]
    tail += [(235 + 5 * swing, 134), (230 + 8 * swing + 3 * tip, 137)]
    ear = 3 if during(t, 0.62, 0.66) or during(t, 0.69, 0.72) else 0
    body = sitting_cat(214, 114, 56, breath=breath, ear=ear)
    whole = body | stroke(tail, [6, 6, 5, 4.6, 4.2, 3])
    canvas.fill(whole, "fur", 0)
    canvas.fill(body & veil(1.2 * glow(198, 96, 24)), "fur", 1)
    thigh: list[Point] = [(206, 113), (203, 107), (206, 101), (212, 100)]
    canvas.fill(body & stroke(thigh, [1] * 4), "fur", 2)
    canvas.fill(edge(whole, y=-1) | (edge(whole, x=1) & (ROWS < 112)), "city", 4)
    canvas.fill(edge(whole, x=-1), "fur", 4)
    canvas.fill(edge(whole, x=-1) & edge(whole, y=-1), "fur", 5)
    canvas.fill(body & box(204, 81, 225, 84), "red", 2)
    canvas.fill(body & box(204, 81, 210, 83), "red", 3)


def paint(t: float) -> Picture:
    """Paint the scene at `t`, a share of the loop."""
    canvas = _outside(t)
    _panes(canvas, t)
    canvas.paste(_room(), ~SEEN)
    pot = box(90, 96, 108, 112) & _room().shows("leaf", "red")
    canvas.paste(_room(), pot)
    _lamp(canvas, t)
    _moth(canvas, t)
    _cat(canvas, t)
    canvas.fill(veil(0.85 * steam(t, x=171, base=139, rise=56, lean=7)), "city", 6)
    return canvas.picture(spread=0.7)


SCENE = Scene(
    id="rain",
    label="Rain on the window",
    description=(
        "A black cat sits on the sill of a big window and looks at a city at night in the rain, "
        "beside a desk with a lamp and a steaming mug."
    ),
    palette=PALETTE,
    page=PagePalette("#0d0b1a", "#151735", "#dcebf0", "#e6a556", "#f0768a"),
    light=LAMP,
    paint=paint,
    still=0.6,
)
