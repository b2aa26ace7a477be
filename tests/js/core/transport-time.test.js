import assert from "node:assert/strict";
import test from "node:test";
import { stepsToSeconds, transportTimeToSteps } from "../../../static/js/core/transport-time.js";

test("a TransportTime counts bars, beats and sixteenths", () => {
  assert.equal(transportTimeToSteps("0:0:0"), 0);
  assert.equal(transportTimeToSteps("4:0:0"), 64);
  assert.equal(transportTimeToSteps("1:2:3"), 27);
  assert.equal(transportTimeToSteps("0:0:1.5"), 1.5);
});

for (const text of ["", "4", "4:0", "8m", "-1:0:0", "1:2:3:4", "1:x:0"])
  test(`"${text}" is refused by its name`, () => {
    assert.throws(() => transportTimeToSteps(text), {
      name: "TypeError",
      message: /expected bars:beats:sixteenths/,
    });
  });

test("eight bars at 75 beats a minute are 25.6 seconds", () => {
  assert.equal(stepsToSeconds(8 * 16, { bpm: 75 }), 25.6);
});
