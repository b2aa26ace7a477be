import assert from "node:assert/strict";
import test from "node:test";
import { DEFAULT_VOLUMES, sliderToGain } from "../../../static/js/core/volumes.js";

test("a slider goes from silence to unity, and half way is 12 dB down", () => {
  assert.equal(sliderToGain(0), 0);
  assert.equal(sliderToGain(100), 1);
  assert.ok(Math.abs(20 * Math.log10(sliderToGain(50)) + 12.04) < 0.01);
});

test("a slider never lowers what it raises", () => {
  const gains = Array.from({ length: 101 }, (_, position) => sliderToGain(position));
  assert.deepEqual(
    gains,
    gains.toSorted((one, other) => one - other),
  );
});

for (const position of [-1, 101, Number.NaN])
  test(`${position} is off the slider`, () => {
    assert.throws(() => sliderToGain(position), RangeError);
  });

test("every slider starts where it can go either way", () => {
  for (const position of Object.values(DEFAULT_VOLUMES)) assert.ok(position > 0 && position < 100);
});
