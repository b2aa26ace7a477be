"""Wind: a hillside at sundown, laundry on the line, a windmill, and grass in waves."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from training.studio.paint.canvas import COLUMNS, HEIGHT, ROWS, WIDTH, Canvas, Picture, veil
from training.studio.paint.creatures import sitting_cat
from training.studio.paint.fire import smoke
from training.studio.paint.foliage import Bough, crown, grass, gust
from training.studio.paint.light import glow
from training.studio.paint.motion import cycle, during, wave
from training.studio.paint.noise import noise
from training.studio.paint.palette import Palette
from training.studio.paint.scene import PagePalette, Scene
from training.studio.paint.shapes import Point, box, edge, ellipse, polygon, stroke
from training.studio.paint.sky import clouds, gradient
from training.studio.paint.sprite import stamp

Numbers = NDArray[np.float64]

PALETTE = Palette.of(
    sky="#1d1740 #33235c #57306f #863d7b #b94f79 #e3706a #f59b62 #fcc873 #ffeaa6 #fff9dc",
    hill="#121630 #1a2440 #33235c #57306f #863d7b #b94f79 #e3706a #f59b62 #fcc873",
    grass="#121630 #1a2440 #22404a #2f6050 #5c8a4e #a6b455 #fcc873 #ffeaa6",
    wood="#121630 #2a1630 #4a2440 #7a3a48 #e3706a #f59b62 #fcc873 #ffeaa6",
    cloth="#57306f #8b86b8 #c9bfd8 #ffeaa6 #fff9dc",
    red="#2a1630 #7a3a48 #c8324e #e3706a #fcc873",
)
SUN = (212, 84)
HUB: Point = (284.0, 68.0)
BOUGHS = (
    Bough(6, 12, 34, 22),
    Bough(90, 12, 30, 18),
    Bough(18, 44, 34, 18),
    Bough(106, 42, 24, 13),
    Bough(62, 46, 38, 17),
    Bough(46, 18, 38, 19, 0.5),
    Bough(98, 24, 22, 12, 1),
    Bough(30, 34, 26, 13, 1),
)
LEAVES = (
    ".011.\n01121\n.1122\n..10.",
    "..01..\n.0112.\n011221\n.0111.\n..0...",
    ".01.\n0112\n0011\n.00.",
)
POPPY = ".3.\n232\n.2."
FLYING = ("33.\n.22", ".3\n32\n2.", "..3\n322", "32.\n.23")
BIRDS = ("0...0\n.0.0.\n..0..", "00.00\n..0..", "..0..\n00.00", "00.00\n..0..")


def _ridge(seed: int, *, base: float, height: float, width: float) -> Numbers:
    x, row = np.arange(WIDTH, dtype=np.float64), np.zeros(WIDTH)
    tall = 0.7 * noise(x / width, row, columns=64, rows=1, seed=seed)
    tall += 0.3 * noise(x / width * 3.1, row, columns=256, rows=1, seed=seed + 1)
    return base - height * tall


def _meadow() -> Numbers:
    x = np.arange(WIDTH, dtype=np.float64)
    row: Numbers = 117 - 12 * np.exp(-(((x - 274) / 58) ** 2)) + 4 * np.sin(x / 60)
    return row


def _knoll() -> Numbers:
    x = np.arange(WIDTH, dtype=np.float64)
    row: Numbers = 153 - 17 * np.exp(-(((x - 74) / 92) ** 2)) + 2 * np.sin(x / 23)
    return row


@cache
def _land() -> Canvas:
    """Paint what stands still: the open sky and the land, far to near."""
    canvas = Canvas(PALETTE)
    stops = ((0, 0.6), (28, 1.7), (50, 3), (68, 4.2), (84, 5.4), (100, 6.6))
    canvas.fill(box(0, 0, WIDTH, HEIGHT), "sky", gradient(*stops))
    for seed, base, height, width, step in ((33, 112, 30, 46.0, 4), (5, 114, 20, 34.0, 3)):
        ridge = _ridge(seed, base=base, height=height, width=width) <= ROWS
        canvas.fill(ridge, "hill", step + 1.6 * ((ROWS - base + height * 0.6) / 26).clip(0, 1))
    canvas.lighten(1.6 * glow(*SUN, 66), canvas.shows("hill"))
    far = _meadow() <= ROWS
    canvas.fill(far, "grass", 3.6 - ((ROWS - 110) / 30).clip(0, 1))
    canvas.lighten(2.2 * glow(SUN[0], 114, 110, squash=3), far)
    canvas.fill(edge(far, y=-1), "grass", 5)
    return canvas


def _clouds(canvas: Canvas, t: float) -> None:
    """Lay clouds over the open sky: violet above, lit from below by the low sun."""
    thick = clouds(t, seed=40, width=84, height=13, drift=34, cover=0.52)
    below = np.roll(thick, -3, axis=0)
    lit = (thick - below > 0.04) | (thick < 0.26)
    body = canvas.shows("sky") & (thick > 0.16) & (ROWS < 84)
    canvas.fill(body, "sky", np.round(canvas.step.clip(2) - 1.1 + lit * (1.1 + 2.8 * glow(*SUN, 230))))


def _sun(canvas: Canvas, t: float) -> None:
    swell = 0.06 * wave(t) + 0.03 * wave(t, 3, 0.2)
    open_sky = canvas.shows("sky")
    canvas.lighten((2.6 + 6 * swell) * glow(*SUN, 96 + 30 * swell), open_sky)
    disc = ellipse(*SUN, 23, 23) & open_sky
    canvas.fill(disc, "sky", 9)
    # Bars of haze that thicken downwards and creep over the face.
    down = ROWS - SUN[1]
    canvas.fill(disc & (cycle(t, 1, down / 8) < (down + 8) / 52), "sky", 8)


def _mill(canvas: Canvas, t: float) -> None:
    x, y = HUB
    tower = polygon((x - 6, 108), (x - 2, y + 1), (x + 7, y + 1), (x + 11, 108))
    canvas.fill(tower, "wood", 2)
    canvas.fill(tower & (x + (y - ROWS) / 11 > COLUMNS), "wood", 3)
    canvas.fill(edge(tower, x=-1), "wood", 6)
    cap = polygon((x - 4, y + 2), (x - 1, y - 6), (x + 6, y - 6), (x + 9, y + 2))
    canvas.fill(cap, "red", 1)
    canvas.fill(edge(cap, x=-1), "red", 3)
    canvas.fill(box(x + 1, y + 13, x + 4, y + 17), "wood", 7)
    canvas.fill(box(x - 1, 99, x + 4, 108), "wood", 0)
    for arm in range(4):
        # Two quarter turns a loop bring each arm to where another was.
        angle = np.pi / 2 * (cycle(t, 2) + arm)
        along = (COLUMNS - x) * np.cos(angle) + (ROWS - y) * np.sin(angle)
        aside = (ROWS - y) * np.cos(angle) - (COLUMNS - x) * np.sin(angle)
        sail = (along > 7) & (along < 33) & (aside > 0) & (aside < 7)
        canvas.fill(sail, "cloth", 2)
        canvas.fill(sail & (((along - 7) % 6 < 1.2) | (aside > 5.8)), "wood", 2)
        canvas.fill((np.abs(aside) < 0.9) & (along > 0) & (along < 34), "wood", 1)
    canvas.fill(ellipse(x, y, 2, 2), "wood", 4)


def _house(canvas: Canvas, t: float) -> None:
    """Stand a small house by the mill; someone inside puts out one of its two lights."""
    puffs = smoke(t, seed=4, x=251, base=86, rise=34, lean=66, puffs=11, size=7)
    canvas.fill(veil(2.2 * puffs), "hill", 3.7)
    canvas.fill(veil(1.6 * np.roll(puffs, 1, axis=0) - 0.8), "hill", 5)
    wall = box(238, 99, 257, 109)
    canvas.fill(wall, "cloth", 1)
    canvas.fill(box(238, 99, 241, 109), "cloth", 3)
    roof = polygon((235, 100), (240, 91), (255, 91), (260, 100))
    canvas.fill(roof, "red", 1)
    canvas.fill(roof & (ROWS % 3 == 0), "red", 0)
    canvas.fill(edge(roof, y=-1), "red", 3)
    canvas.fill(edge(roof, x=-1), "red", 4)
    canvas.fill(box(249, 86, 253, 93), "wood", 2)
    canvas.fill(box(249, 86, 250, 93), "wood", 5)
    canvas.fill(box(243, 102, 247, 106), "wood", 7)
    canvas.fill(box(251, 102, 255, 106), "wood", 2 if during(t, 0.35, 0.8) else 7)


def _line(x: Numbers, t: float) -> Numbers:
    """Return the row of the washing line, which hangs from the tree to its post."""
    return 99 + (9 + 0.7 * wave(t, 2)) * (1 - ((x - 120) / 50) ** 2)


def _laundry(canvas: Canvas, t: float) -> None:
    """Hang three cloths on the line, bellied by the wind."""
    post = stroke([(170, 95), (171, 156)], [3, 4])
    canvas.fill(post, "wood", 1)
    canvas.fill(edge(post, x=1), "wood", 5)
    x = np.arange(70, 171, 0.5)
    canvas.dot(x.round().astype(np.int64), _line(x, t).round().astype(np.int64), "wood", 1)
    cloths = ((82, 25, 27, "cloth", 1.8), (112, 14, 21, "red", 2.0), (131, 27, 25, "cloth", 2.2))
    for left, wide, tall, ramp, base in cloths:
        u, v = np.meshgrid(np.arange(0, wide, 0.4), np.arange(0, 1, 0.4 / tall))
        blow = gust(t, left + 0.5 * u)
        across = left + u + v**1.6 * (8 * blow + 1) + 1.5 * v * wave(t, 2, u / 24)
        fall = tall * (1 - 0.2 * blow.clip(0)) + 1.6 * wave(t, 2, 0.2 - u / 19)
        down = _line(left + u, t) + v * fall
        fold = wave(t, 2, 0.3 - u / 15 + 0.22 * v)
        step = base + 0.75 * fold * (0.3 + v) + 0.4 * v + 0.9 * (u > wide - 1.2)
        canvas.dot(
            across.round().astype(np.int64).ravel(),
            down.round().astype(np.int64).ravel(),
            ramp,
            np.round(step).ravel(),
        )


def _tree(canvas: Canvas, t: float) -> None:
    sway = 1.5 * wave(t, 1, 0.1)
    wood = stroke([(64, 152), (62, 122), (64, 90), (58 + sway, 50)], [18, 12, 11, 6])
    wood |= stroke([(64, 96), (86, 70), (98 + sway, 50)], [8, 5, 3])
    wood |= stroke([(62, 100), (40, 72), (20 + sway, 52)], [8, 6, 3])
    wood |= stroke([(62, 150), (46, 157)], [9, 3]) | stroke([(66, 150), (84, 155)], [9, 3])
    canvas.fill(wood, "wood", 1)
    bark = np.sin(COLUMNS * 1.7 + np.sin(ROWS / 5)) > 0.5
    canvas.fill(wood & bark, "wood", 2)
    canvas.fill(edge(wood, x=2), "wood", 3)
    canvas.fill(edge(wood, x=1), "wood", 5)
    canvas.lighten(-2, wood & (ROWS < 72))
    crown(canvas, t, BOUGHS, LEAVES, seed=7, ramp="grass", sun=(0.8, 0.6), sway=3.0)


@cache
def _fence() -> Canvas:
    canvas = Canvas(PALETTE)
    wood = np.zeros((HEIGHT, WIDTH), np.bool_)
    for x, top in ((190, 122), (226, 120), (258, 122), (292, 121), (318, 123)):
        wood |= stroke([(x, top), (x + 1, top + 40)], [4, 4.6])
    for top in (127, 138):
        rail = [(171.0, top - 1.0), (190.0, top), (226.0, top - 2), (258.0, top + 1), (320.0, top)]
        wood |= stroke(rail, [2.6] * 5)
    canvas.fill(wood, "wood", 1)
    canvas.fill(edge(wood, y=-1), "wood", 4)
    return canvas


def _cat(canvas: Canvas, t: float) -> None:
    """Sit a cat on the fence, black before the sun."""
    breath, swing, tip = 0.5 * wave(t, 2), wave(t, 2, 0.1), wave(t, 2, 0.95)
    tail: list[Point] = [(217, 121), (223, 125), (225, 131), (224 + 2 * swing, 138)]
    tail.append((220 + 5 * swing + tip, 143))
    cat = sitting_cat(212, 126, 43, breath=breath)
    cat |= stroke(tail, [5, 4.4, 4, 3.4, 2.4])
    canvas.fill(cat, "wood", 0)
    rim = edge(cat, y=-1) | edge(cat, x=1) | edge(cat, x=-1)
    canvas.fill(rim & (ROWS < 120), "wood", 3)
    canvas.fill(cat & box(204, 101, 220, 103), "red", 2)


def _drift(canvas: Canvas, t: float) -> None:
    """Let leaves and a few birds go with the wind."""
    random = np.random.default_rng(12)
    for x0, y0, phase, spin in random.random((18, 4)):
        age = cycle(t, 1, phase)
        x = 40 + 60 * x0 + 300 * age
        y = 34 + 60 * y0 + 74 * age + 9 * wave(t, 2, spin)
        stamp(canvas, FLYING[int(cycle(t, 5, spin) * 4)], x, y, ramp="red", lift=float(y0 > 0.5))
    for bird in range(5):
        x = 150 + 13 * bird + 7 * wave(t, 1, 0.1 * bird)
        y = 30 + 5 * abs(bird - 2) + 3 * wave(t, 1, 0.3)
        stamp(canvas, BIRDS[int(cycle(t, 6, 0.23 * bird) * 4)], x, y, ramp="sky")


def _grass(canvas: Canvas, t: float) -> None:
    """Grow the knoll's grass in three banks, poppies in the middle one."""
    near = np.full(WIDTH, 179.0)
    grass(canvas, t, seed=2, ground=_knoll() + 3, blades=700, tall=(6, 11), bend=7, ramp="grass",
          steps=(2, 3.4), tip=1.4, shine=1.8, depth=8)  # fmt: skip
    x, y = grass(canvas, t, seed=5, ground=_knoll() + 9, blades=1100, tall=(8, 14), bend=9,
                 ramp="grass", steps=(1, 2.6), shine=1.5, depth=20)  # fmt: skip
    for flower in range(0, 1100, 31):
        stamp(canvas, POPPY, x[flower] - 1, y[flower] - 1, ramp="red")
    grass(canvas, t, seed=3, ground=near, blades=420, tall=(10, 25), bend=13, ramp="grass",
          steps=(0, 0.8), shine=0.5, depth=14)  # fmt: skip


def paint(t: float) -> Picture:
    """Paint the scene at `t`, a share of the loop."""
    canvas = _land().copy()
    _clouds(canvas, t)
    _sun(canvas, t)
    _house(canvas, t)
    _mill(canvas, t)
    grass(canvas, t, seed=1, ground=_meadow() + 6, blades=420, tall=(2, 4), bend=2.5, ramp="grass",
          steps=(3, 4.4), shine=1.2, depth=32)  # fmt: skip
    _laundry(canvas, t)
    canvas.paste(_fence(), _fence().shows("wood"))
    _cat(canvas, t)
    canvas.fill(_knoll() + 2 <= ROWS, "grass", 2)
    _tree(canvas, t)
    _drift(canvas, t)
    _grass(canvas, t)
    return canvas.picture(spread=0.7)


SCENE = Scene(
    id="wind",
    label="Wind on the hill",
    description=(
        "A black cat on a fence watches the sun go down behind a windmill while washing flaps "
        "under a great tree and the grass bends in waves."
    ),
    palette=PALETTE,
    page=PagePalette("#121630", "#1a2440", "#ffeaa6", "#f59b62", "#fcc873"),
    light=SUN,
    paint=paint,
    still=0.2,
)
