import assert from "node:assert/strict";
import test from "node:test";
import { CUES, phaseInLoop, QUOTE_CUE, QUOTE_STEP } from "../../../static/js/core/cues.js";

test("cues are in measures, as everybody relies on", () => {
  assert.deepEqual(CUES, { drums: "8m", ambience: "12m", music: "30m" });
  assert.equal(QUOTE_CUE, "4:0:0");
  assert.equal(QUOTE_STEP, 64);
});

test("a loop's phase counts from bar 0, however late it comes", () => {
  assert.equal(phaseInLoop(0, { bars: 8 }), 0);
  assert.equal(phaseInLoop(8 * 16, { bars: 8 }), 0);
  assert.equal(phaseInLoop(13 * 16 + 2.5, { bars: 12 }), 18.5);
});

test("loops of 8, 12 and 30 bars meet again after 120 bars and not before", () => {
  const meets = (/** @type {number} */ bar) =>
    [8, 12, 30].every((bars) => phaseInLoop(bar * 16, { bars }) === 0);
  const meetings = Array.from({ length: 241 }, (_, bar) => bar).filter(meets);
  assert.deepEqual(meetings, [0, 120, 240]);
});
