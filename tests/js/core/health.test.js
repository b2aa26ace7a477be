import assert from "node:assert/strict";
import test from "node:test";
import { FAULTS, judgeHealth } from "../../../static/js/core/health.js";

const before = { time: 10, ticks: 40 };

test("time that passes and ticks that come are health", () => {
  assert.equal(judgeHealth(before, { time: 12, ticks: 50 }), null);
});

test("time without ticks is a clock that was kept from running", () => {
  assert.equal(judgeHealth(before, { time: 12, ticks: 40 }), "no ticks");
});

test("time that stands is a device that stopped, whatever the clock says", () => {
  assert.equal(judgeHealth(before, { time: 10, ticks: 41 }), "stalled");
});

test("each fault has something to say", () => {
  for (const message of Object.values(FAULTS)) assert.ok(message.length > 40);
});
