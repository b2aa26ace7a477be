"""Fire: a log cabin at night, a hearth, snow at the window and a cat asleep on the rug."""

from functools import cache

import numpy as np

from training.studio.paint.canvas import COLUMNS, HEIGHT, ROWS, WIDTH, Canvas, Field, Mask, Picture, veil
from training.studio.paint.fire import Tongue, embers, flames, steam
from training.studio.paint.light import glow
from training.studio.paint.motion import during, flicker, wave
from training.studio.paint.noise import noise
from training.studio.paint.palette import Palette
from training.studio.paint.scene import PagePalette, Scene
from training.studio.paint.shapes import Point, box, edge, ellipse, polygon, stroke
from training.studio.paint.sky import gradient
from training.studio.paint.sprite import stamp
from training.studio.paint.weather import snow

PALETTE = Palette.of(
    wood="#120a14 #1f0f1c #361624 #5a2428 #8a402b #c0692f #f0b254 #fbdd85",
    stone="#120a14 #2c1c34 #4a2f45 #715059 #a67a6b #f0b254 #fbdd85",
    fire="#7d1f24 #c23a22 #ee7426 #f0b254 #fbdd85 #fff8d8",
    night="#10142e #1f2c5c #3d5f9a #86aed2 #e8f3f7",
    cloth="#120a14 #12262b #1e4642 #3a6d55 #c0692f #f0b254 #fbdd85",
    red="#1f0f1c #361624 #7d1f24 #c23a22 #ee7426 #f0b254",
    iron="#120a14 #1f0f1c #361624 #5a2428 #c0692f #f0b254",
    cream="#2c1c34 #4a2f45 #715059 #a67a6b #f0b254 #fbdd85 #fff8d8",
    fur="#120a14 #1f0f1c #361624 #8a402b #ee7426 #fbdd85",
)
FIRE = (140, 122)
WINDOW = box(222, 26, 282, 80)
PANES = WINDOW & ~box(251, 26, 253, 80) & ~box(222, 52, 282, 54)
MOUTH = (box(114, 98, 166, 138) | ellipse(140, 99, 26, 14)) & (ROWS < 138)
TONGUES = (
    Tongue(122, 7, 22), Tongue(159, 7, 20), Tongue(130, 9, 33), Tongue(151, 9, 31), Tongue(140, 11, 42)
)  # fmt: skip
KETTLE = """
.....33333......
...33.....3.....
..3........3....
..3....4...3....
..3..44333.3....
.....4322211....
3...443222111...
43.44332221111..
.4344332222111..
..444332222111..
...44333222111..
....4333222111..
....4433322111..
.....43332211...
....4.......1...
"""
CANDLE = "3\n4\n4\n4\n5"
FLAMES = (".5.\n.4.\n.4.", "..5\n.4.\n.4.", "...\n.5.\n.4.", "5..\n.4.\n.4.")


@cache
def _stones() -> tuple[Field, Mask]:
    """Return each stone's own lightness and where the mortar runs, over the whole canvas."""
    row = ROWS // 8
    shift = 7 * (row % 2) + 3 * np.sin(row * 5.3)
    column = np.floor((COLUMNS + shift) / 14)
    own = np.sin(row * 12.9 + column * 78.2) * 43758.5
    mortar = (ROWS % 8 == 7) | (np.floor((COLUMNS + shift) % 14) == 13)
    return own % 1.0, mortar


@cache
def _room() -> Canvas:
    """Paint the room as it is without the fire's light."""
    canvas = Canvas(PALETTE)
    log = ROWS % 12
    canvas.fill(box(0, 0, WIDTH, 140), "wood", 2.0 - (log > 8) - (log == 11))
    canvas.lighten(0.5, (log == 1) & box(0, 0, WIDTH, 140))
    grain = noise(COLUMNS / 26, ROWS / 1.7, columns=64, rows=128, seed=9)
    canvas.lighten(-0.7, (grain > 0.76) & box(0, 0, WIDTH, 140))
    _floor(canvas)
    _frame(canvas)
    _chimney(canvas)
    _shelves(canvas)
    canvas.fill(box(0, 0, WIDTH, 9), "wood", 1.6)
    canvas.fill(box(0, 8, WIDTH, 10), "wood", 0)
    return canvas


def _floor(canvas: Canvas) -> None:
    floor = box(0, 140, WIDTH, HEIGHT)
    plank = (COLUMNS - 140) / np.maximum(ROWS - 96, 1) * 3.6
    own = np.sin(np.floor(plank) * 91.7) * 0.35
    canvas.fill(floor, "wood", 2 + own)
    canvas.fill(floor & (plank % 1.0 < 0.07), "wood", 1)
    canvas.fill(box(0, 140, WIDTH, 142), "wood", 1)
    rug = ellipse(142, 163, 84, 14)
    canvas.fill(rug, "red", 1.6)
    ring = ((COLUMNS - 142) / 84) ** 2 + ((ROWS - 163) / 14) ** 2
    canvas.fill(rug & (ring > 0.8) & (ring < 0.9), "cream", 1.6)
    canvas.fill(
        rug & (ring > 0.52) & (ring < 0.6) & (np.arctan2((ROWS - 163) * 6, COLUMNS - 142) % 0.3 < 0.17),
        "cream",
        1.6,
    )
    canvas.fill(rug & (ring > 0.95), "red", 1)


def _frame(canvas: Canvas) -> None:
    frame = box(216, 20, 288, 86) & ~PANES
    canvas.fill(frame, "wood", 2)
    canvas.fill(edge(frame, x=-1) | edge(frame, y=1), "wood", 3)
    canvas.fill(box(212, 82, 292, 87), "wood", 2.6)
    canvas.fill(box(212, 86, 292, 88), "wood", 0)
    for side, left in ((-1, 208), (1, 280)):
        cloth = box(left, 16, left + 16, 98)
        cloth &= (COLUMNS - (left + 8)) * side > -6 + 5 * np.exp(-(((ROWS - 70) / 16) ** 2))
        canvas.fill(cloth, "red", np.round(1.6 + 0.8 * np.sin(COLUMNS * 1.5)))
    canvas.fill(box(204, 14, 300, 16), "wood", 3)


def _chimney(canvas: Canvas) -> None:
    own, mortar = _stones()
    breast = box(106, 0, 174, 66) | box(92, 72, 188, 140)
    canvas.fill(breast, "stone", 1.5 + 0.9 * own)
    canvas.fill(breast & mortar, "stone", 0.8)
    ring = np.hypot((COLUMNS - 140) / 35, (ROWS - 101) / 24)
    arch = (ring < 1) & ~MOUTH & (ROWS < 100)
    wedge = np.arctan2(ROWS - 104, COLUMNS - 140) / 0.27 % 1.0
    canvas.fill(arch, "stone", 2.4)
    canvas.fill(arch & (wedge < 0.14), "stone", 0.8)
    canvas.fill(box(84, 64, 196, 68), "wood", 3)
    canvas.fill(box(84, 68, 196, 72), "wood", 2)
    canvas.fill(box(88, 72, 192, 75), "wood", 0)
    canvas.fill(box(82, 137, 198, 141), "stone", 2.6)
    canvas.fill(box(82, 141, 198, 146), "stone", 1.4)
    canvas.fill(box(82, 141, 198, 146) & (COLUMNS % 19 == 5), "stone", 0)
    canvas.fill(MOUTH, "stone", 0)
    canvas.fill(MOUTH & mortar & (ROWS < 130), "fire", 0)
    # The picture over the mantel: hills far away.
    canvas.fill(box(122, 26, 158, 54), "wood", 3)
    canvas.fill(edge(box(122, 26, 158, 54), y=1), "wood", 4)
    view = box(125, 29, 155, 51)
    canvas.fill(view, "night", gradient((29, 1), (44, 3)))
    canvas.fill(view & polygon((122, 52), (134, 36), (141, 44), (147, 39), (160, 54)), "cloth", 2)
    canvas.fill(view & polygon((122, 52), (122, 46), (140, 50), (160, 45), (160, 54)), "cloth", 1)
    canvas.fill(ellipse(149, 34, 2, 2), "cream", 4)
    # Logs stacked beside the hearth.
    for x, y in ((70, 135), (79, 135), (88, 135), (74.5, 127), (83.5, 127), (79, 119)):
        end = ellipse(x, y, 4.4, 4.4)
        canvas.fill(end, "wood", 3)
        canvas.fill(ellipse(x, y, 3, 3) & ~ellipse(x, y, 1.9, 1.9), "wood", 2)
        canvas.fill(edge(end, x=1) | edge(end, y=1), "wood", 1)


def _shelves(canvas: Canvas) -> None:
    """Fill the bookcase at the left."""
    random = np.random.default_rng(17)
    case = box(4, 30, 62, 140)
    canvas.fill(case, "wood", 1)
    for top in (32, 58, 84, 110):
        floor = top + 24
        x = 8
        while x < 54:
            wide, tall = int(random.integers(3, 7)), int(random.integers(14, 21))
            ramp = ("red", "cloth", "cream", "wood", "stone")[random.integers(5)]
            if random.random() < 0.16:
                x += wide + 2
                continue
            book = box(x, floor - tall, min(x + wide, 58), floor)
            canvas.fill(book, ramp, 2)
            canvas.fill(edge(book, x=1), ramp, 3)
            canvas.fill(edge(book, x=-1), ramp, 1)
            canvas.fill(book & ((floor - tall + 3 == ROWS) | (floor - 4 == ROWS)), ramp, 3)
            x += wide
        canvas.fill(box(4, floor, 62, floor + 2), "wood", 3)
        canvas.fill(box(8, floor + 2, 58, floor + 3), "wood", 0)
    canvas.fill(box(4, 30, 7, 140) | box(59, 30, 62, 140) | box(4, 29, 62, 32), "wood", 2.6)
    canvas.fill(edge(case, x=1), "wood", 4)


def _night(canvas: Canvas, t: float) -> None:
    """Let snow fall behind the window, over firs and a moon."""
    canvas.fill(PANES, "night", gradient((26, 0.4), (60, 1.5), (80, 2.2)))
    canvas.lighten(1.6 * glow(268, 38, 20), PANES)
    canvas.fill(ellipse(268, 38, 5, 5) & PANES, "night", 4)
    canvas.fill(ellipse(266, 37, 4, 4) & PANES, "night", 2.4)
    canvas.fill(snow(t, seed=3, flakes=420, turns=1, sway=3) & PANES, "night", 2)
    for x, top, wide in ((226, 50, 9), (240, 44, 11), (262, 56, 9), (278, 46, 11)):
        down = ROWS - top
        fir = (np.abs(COLUMNS - x) < wide * down / 40 + 1.4 * (down % 7) / 7) & (down > 0) & PANES
        canvas.fill(fir, "night", 0.0)
        canvas.fill(edge(fir, y=-1), "night", 2)
    canvas.fill(PANES & (74 + 2 * np.sin(COLUMNS / 9) < ROWS), "night", 3)
    canvas.fill(snow(t, seed=4, flakes=300, turns=2, sway=4) & PANES, "night", 4)
    canvas.fill(snow(t, seed=5, flakes=50, turns=3, sway=5, size=2) & PANES, "night", 4)
    for left in (222, 253):  # snow that lies on the bars
        canvas.fill(
            PANES & box(left, 76, left + 30, 80) & (np.abs(COLUMNS - left - 14) / 5 + 74.5 < ROWS), "night", 4
        )
        canvas.fill(PANES & box(left, 50, left + 30, 52) & (np.abs(COLUMNS - left - 14) > 8), "night", 4)


def _hearth(canvas: Canvas, t: float) -> None:
    unrest = flicker(t, seed=5)
    canvas.lighten((5 + unrest) * glow(140, 134, 44), MOUTH & canvas.shows("stone"))
    heat = flames(t, TONGUES, base=135, seed=31) * MOUTH
    canvas.fill(heat > 0.06, "fire", np.floor(heat * 6.6))
    for points in (
        [(118.0, 136.0), (150.0, 131.0)],
        [(164.0, 136.0), (132.0, 132.0)],
        [(122.0, 135.0), (158.0, 136.0)],
    ):
        log = stroke(points, [5, 5])
        canvas.fill(log, "wood", 1)
        canvas.fill(edge(log, y=-1), "fire", 2)
        canvas.fill(log & veil(0.5 + 0.25 * unrest) & (ROWS > 132), "fire", 1)
    front = flames(t, (*TONGUES[:2], Tongue(141, 8, 17)), base=138, seed=8) * MOUTH
    canvas.fill(front > 0.22, "fire", np.floor(front * 6))
    sparks, life = embers(t, seed=6, count=26, x=140, spread=40, base=128, rise=56)
    canvas.fill(sparks & MOUTH, "fire", 2 + 3 * life)


def _chair(canvas: Canvas) -> None:
    back = polygon((236, 98), (243, 87), (254, 83), (272, 83), (283, 88), (288, 98), (288, 138), (236, 138))
    canvas.fill(back, "cloth", 1.6)
    canvas.fill(edge(back, x=-1) | edge(back, y=-1), "cloth", 3)
    for x, y in ((250, 98), (262, 98), (274, 98), (256, 108), (268, 108)):
        canvas.fill(box(x, y, x + 2, y + 2), "cloth", 0.6)
        canvas.fill(box(x, y, x + 1, y + 1), "cloth", 3)
    throw = polygon((264, 81), (282, 85), (289, 97), (290, 122), (270, 118), (266, 96))
    canvas.fill(throw, "red", 2)
    canvas.fill(throw & (((COLUMNS + ROWS // 3) % 7 < 2) | (ROWS % 7 < 2)), "cream", 2)
    canvas.fill(throw & ((COLUMNS + ROWS // 3) % 7 < 2) & (ROWS % 7 < 2), "cream", 3)
    seat = box(234, 124, 286, 134) | ellipse(260, 125, 25, 4)
    canvas.fill(seat, "cloth", 2.2)
    canvas.fill(edge(seat, y=-1), "cloth", 3)
    canvas.fill(box(234, 134, 286, 152), "cloth", 1.3)
    canvas.fill(box(234, 134, 286, 135), "cloth", 0)
    for x in (231, 288):
        arm = box(x - 7, 116, x + 8, 153) | ellipse(x, 116, 8, 7)
        canvas.fill(arm, "cloth", 1.6)
        canvas.fill(edge(arm, x=-1) | edge(arm, y=-1), "cloth", 3)
        canvas.fill(ellipse(x, 117, 4.4, 4), "cloth", 2.4)
        canvas.fill(ellipse(x, 117, 2, 2), "cloth", 1)
        canvas.fill(box(x - 5, 153, x - 2, 158) | box(x + 3, 153, x + 6, 158), "wood", 2)


def _things(canvas: Canvas) -> None:
    clock = box(133, 58, 147, 64) | ellipse(140, 57, 7, 7)
    canvas.fill(clock & (ROWS < 64), "wood", 2)
    canvas.fill(ellipse(140, 57, 5, 5), "cream", 3)
    canvas.fill(stroke([(140, 57), (140, 53)], [1, 1]) | stroke([(140, 57), (143, 58)], [1, 1]), "wood", 0)
    for x in (96, 104, 182):
        stamp(canvas, CANDLE, x, 59 + x % 3, ramp="cream")
    for x, y in ((160, 52), (166, 49), (170, 53), (164, 55)):
        canvas.fill(ellipse(x, y, 4, 3), "cloth", 2)
        canvas.fill(ellipse(x - 1, y - 1, 2, 1.2), "cloth", 3)
    canvas.fill(polygon((160, 56), (170, 56), (168, 64), (162, 64)), "red", 2)
    table = box(200, 132, 220, 135)
    canvas.fill(box(203, 135, 205, 154) | box(215, 135, 217, 154), "wood", 1.6)
    canvas.fill(table, "wood", 3)
    mug = box(206, 125, 213, 132)
    canvas.fill(mug, "cream", 2)
    canvas.fill(edge(mug, x=-1), "cream", 4)
    canvas.fill(box(213, 127, 215, 128) | box(213, 130, 215, 131) | box(215, 128, 216, 130), "cream", 2)


def _light(canvas: Canvas, t: float) -> None:
    """Throw the fire's light over the room, in steps that breathe."""
    unrest = flicker(t, seed=5)
    room = ~canvas.shows("night", "fire") & ~MOUTH
    reach = 4 * unrest
    for x in (96, 104, 182):
        canvas.lighten(1.2 * glow(x, 57, 13 + flicker(t, seed=x)), room)
    canvas.lighten((2.9 + 0.4 * unrest) * glow(*FIRE, 200 + reach), room & (ROWS < 140))
    canvas.lighten((1.4 + 0.3 * unrest) * glow(140, 120, 62 + reach), room & (ROWS < 140))
    canvas.lighten((3.6 + 0.4 * unrest) * glow(140, 142, 170 + reach, squash=2.0), room & (ROWS >= 140))
    shadow = polygon((296, 92), (WIDTH, 84 + unrest), (WIDTH, 140), (296, 140))
    canvas.lighten(-0.8, shadow & room)
    canvas.lighten(-1, ellipse(270, 158, 44, 4) & room & ~canvas.shows("cloth"))


def _candles(canvas: Canvas, t: float) -> None:
    for x in (96, 104, 182):
        lean = int(2 + 2 * flicker(t, seed=x)) % 4
        stamp(canvas, FLAMES[lean], x - 1, 56 + x % 3, ramp="fire")


def _cat(canvas: Canvas, t: float) -> None:
    """Curl a cat up on the rug; it breathes, and dreams with one ear."""
    breath = 0.9 * wave(t, 2)
    body = ellipse(150, 160 - breath / 2, 21, 10 + breath) & (ROWS < 168)
    head = ellipse(131, 162, 8.4, 6.4)
    ear = 1.5 if during(t, 0.55, 0.58) or during(t, 0.61, 0.64) else 0
    ears = polygon((124, 160), (125, 152 + ear), (130, 156)) | polygon((131, 156), (136, 151), (138, 159))
    flick = wave(t, 2, 0.4)
    tail: list[Point] = [(168, 164), (160, 168), (148, 169), (138, 169), (133, 168 - 1.2 * flick)]
    cat = body | head | ears | stroke(tail, [5, 5, 4.4, 4, 3])
    canvas.fill(ellipse(148, 169, 26, 3) & canvas.shows("red", "cream"), "red", 1.6)
    canvas.fill(cat, "fur", 1)
    canvas.fill(body & veil(0.8 * glow(146, 146, 20)), "fur", 2)
    canvas.fill(edge(body | ears | head, y=-1), "fur", 4)
    canvas.fill(edge(body, y=-1) & (np.abs(COLUMNS - 146) < 7), "fur", 5)
    haunch: list[Point] = [(163, 153), (156, 155), (153, 160), (156, 165)]
    canvas.fill(body & stroke(haunch, [1] * 4), "fur", 3)
    canvas.fill(stroke([(126, 163), (128, 164), (130, 163)], [1, 1, 1]), "fur", 3)
    canvas.fill(edge(stroke(tail, [5, 5, 4.4, 4, 3]), y=-1), "fur", 3)
    canvas.fill(edge(head, x=1) & (ROWS > 158), "fur", 0)


def paint(t: float) -> Picture:
    """Paint the scene at `t`, a share of the loop."""
    canvas = _room().copy()
    _night(canvas, t)
    _things(canvas)
    _chair(canvas)
    _light(canvas, t)
    _hearth(canvas, t)
    _candles(canvas, t)
    stamp(canvas, KETTLE, 170, 124, ramp="iron")
    _cat(canvas, t)
    canvas.fill(veil(0.85 * steam(t, x=210, base=125, rise=30, lean=-4)), "cream", 3)
    canvas.fill(veil(0.85 * steam(t, x=170, base=131, rise=30, lean=4)), "cream", 3)
    return canvas.picture(spread=0.7)


SCENE = Scene(
    id="fire",
    label="Fire in the cabin",
    description=(
        "A black cat sleeps on a round rug before a stone fireplace in a log cabin, with an armchair, "
        "shelves of books and snow falling outside the window."
    ),
    palette=PALETTE,
    page=PagePalette("#120a14", "#1f0f1c", "#fbdd85", "#ee7426", "#f0b254"),
    light=FIRE,
    paint=paint,
    still=0.2,
)
