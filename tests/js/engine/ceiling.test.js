import assert from "node:assert/strict";
import test from "node:test";
import { softCeiling } from "../../../static/js/engine/mixer.js";

const samples = Array.from({ length: 2001 }, (_, index) => index / 1000 - 1);

test("no sample passes the ceiling", () => {
  assert.ok(samples.every((sample) => Math.abs(softCeiling(sample)) < 0.97));
});

test("quiet samples stay as they are, and louder never becomes softer", () => {
  for (const sample of samples.filter((sample) => Math.abs(sample) <= 0.8))
    assert.equal(softCeiling(sample), sample);
  const bent = samples.map(softCeiling);
  assert.deepEqual(
    bent,
    bent.toSorted((one, other) => one - other),
  );
});
