"""GIF89a, written plainly: one palette for all frames, and only what changed in each.

Pillow gives every frame a palette of its own and eight-bit codes; a scene has 24 colours, so its
frames need five bits and no palette.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from training.studio.paint.canvas import HEIGHT, WIDTH, Picture
from training.studio.paint.palette import Palette

_MOST_CODES = 4096


def _lzw(pixels: bytes, *, depth: int) -> bytes:
    """Return pixels of `depth` bits compressed as GIF wants it: codes low bit first."""
    clear, end = 1 << depth, (1 << depth) + 1
    codes: dict[int, int] = {}
    following, width = end + 1, depth + 1
    buffer, filled, out = clear, width, bytearray()
    prefix = pixels[0]
    for pixel in pixels[1:]:
        key = prefix << 8 | pixel
        if key in codes:
            prefix = codes[key]
            continue
        buffer |= prefix << filled
        filled += width
        if following < _MOST_CODES:
            codes[key] = following
            # The reader learns a code one step later, so the width grows one code after it is full.
            width += following == 1 << width
            following += 1
        else:
            buffer |= clear << filled
            filled += width
            codes, following, width = {}, end + 1, depth + 1
        prefix = pixel
        while filled >= 8:
            out.append(buffer & 255)
            buffer, filled = buffer >> 8, filled - 8
    buffer |= prefix << filled
    filled += width
    buffer |= end << filled
    filled += width
    out += buffer.to_bytes((filled + 7) // 8, "little")
    return bytes(out)


def _frame(pixels: NDArray[np.uint8], *, left: int, top: int, depth: int, head: bytes) -> bytes:
    high, wide = pixels.shape
    data = _lzw(pixels.tobytes(), depth=depth)
    blocks = b"".join(
        bytes([len(data[at : at + 255])]) + data[at : at + 255] for at in range(0, len(data), 255)
    )
    place = struct.pack("<BHHHHB", 0x2C, left, top, wide, high, 0)
    return head + place + bytes([depth]) + blocks + b"\0"


def gif_bytes(frames: Sequence[Picture], palette: Palette, *, milliseconds: int) -> bytes:
    """Return an endless GIF of the frames, each shown for `milliseconds` (in tens)."""
    clear = len(palette.colours)  # the colour of pixels that stay as they were
    depth = max(2, clear.bit_length())
    table = palette.bytes().ljust(3 << depth, b"\0")
    head = struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 0b101, milliseconds // 10, clear, 0)
    out = [
        b"GIF89a" + struct.pack("<HHBBB", WIDTH, HEIGHT, 0xF0 | depth - 1, 0, 0) + table,
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
        _frame(frames[0], left=0, top=0, depth=depth, head=head),
    ]
    for before, frame in pairwise(frames):
        changed = before != frame
        rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
        if not rows.size:
            rows = columns = np.array([0])
        part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        ways = (frame[part], np.where(changed, frame, np.uint8(clear))[part])
        left, top = int(columns[0]), int(rows[0])
        tries = [_frame(way, left=left, top=top, depth=depth, head=head) for way in ways]
        out.append(min(tries, key=len))
    return b"".join(out) + b"\x3b"
