import assert from "node:assert/strict";
import test from "node:test";
import { coverByWholePixels } from "../../../static/js/core/pixel-fit.js";

const art = { width: 320, height: 180 };

for (const [width, height, pixelRatio] of [
  [1280, 720, 1],
  [1280, 800, 1],
  [944, 720, 1.25],
  [390, 700, 3],
  [360, 740, 2],
  [2560, 1000, 1],
])
  test(`a picture covers ${width}x${height} at ${pixelRatio} by whole pixels`, () => {
    const { scale, left, top, seen } = coverByWholePixels({ width, height, pixelRatio }, art);
    const devicePixels = scale * pixelRatio;
    assert.ok(Math.abs(devicePixels - Math.round(devicePixels)) < 1e-9);
    assert.ok(left <= 0 && left + art.width * scale >= width - 1e-9);
    assert.ok(top <= 0 && top + art.height * scale >= height - 1e-9);
    const smaller = (devicePixels - 1) / pixelRatio;
    assert.ok(
      art.width * smaller < width || art.height * smaller < height,
      "no smaller one covers",
    );
    assert.ok(seen.x >= 0 && seen.x + seen.width <= art.width + 1);
    assert.ok(seen.y >= 0 && seen.y + seen.height <= art.height + 1);
  });
