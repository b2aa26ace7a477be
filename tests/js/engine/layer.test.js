import assert from "node:assert/strict";
import test from "node:test";
import { createLayer, FADES } from "../../../static/js/engine/layer.js";

const BAR = 3.2; // seconds

/** @returns {import("../../../static/js/core/types.js").LoopMaterial} */
const loop = (/** @type {string} */ title) =>
  /** @type {any} */ ({ kind: "loop", title, bars: 8, buffer: {} });

/** A layer whose voices write down what happens to them. */
function createHeard() {
  /** @type {string[]} */
  const log = [];
  const layer = createLayer({
    startVoice({ title }, { time, step, fade }) {
      log.push(`${title} in at ${time.toFixed(1)} from step ${step} over ${fade}`);
      return {
        startedAt: time,
        stop: (at, over) => log.push(`${title} out at ${at.toFixed(1)} over ${over}`),
      };
    },
  });
  return { layer, log };
}

test("each cue overlaps the last voice with a fresh one, in the same place and as long", () => {
  const { layer, log } = createHeard();
  layer.offer(loop("A"));
  layer.start(1, 0, 0.01);
  layer.cue(1, 0);
  layer.cue(1 + 8 * BAR, 128);
  layer.cue(1 + 16 * BAR, 256);
  assert.deepEqual(log, [
    "A in at 1.0 from step 0 over 0.01",
    `A out at 26.6 over ${FADES.seam}`,
    `A in at 26.6 from step 128 over ${FADES.seam}`,
    `A out at 52.2 over ${FADES.seam}`,
    `A in at 52.2 from step 256 over ${FADES.seam}`,
  ]);
});

test("another choice waits for the bar line, and comes in where the station is", () => {
  const { layer, log } = createHeard();
  layer.offer(loop("A"));
  layer.start(0, 0, 0);
  layer.offer(loop("B"));
  layer.bar(3 * BAR, 48);
  layer.bar(4 * BAR, 64);
  assert.deepEqual(log.slice(1), [
    `A out at 9.6 over ${FADES.leave}`,
    `B in at 9.6 from step 48 over ${FADES.enter}`,
  ]);
});

test("of two choices within a bar only the last is heard", () => {
  const { layer, log } = createHeard();
  layer.offer(loop("A"));
  layer.start(0, 0, 0);
  layer.offer(loop("B"));
  layer.offer(loop("C"));
  layer.bar(BAR, 16);
  assert.equal(log.filter((line) => line.startsWith("B")).length, 0);
  assert.equal(layer.material()?.title, "C");
});

test("a bar line and a cue that fall together start one voice, in either order", () => {
  for (const order of /** @type {const} */ ([
    ["bar", "cue"],
    ["cue", "bar"],
  ])) {
    const { layer, log } = createHeard();
    layer.offer(loop("A"));
    layer.start(0, 0, 0);
    layer.offer(loop("B"));
    for (const line of order) layer[line](8 * BAR, 128);
    assert.equal(log.filter((line) => line.startsWith("B in")).length, 1, order.join());
  }
});

test("what comes late joins at the next bar line", () => {
  const { layer, log } = createHeard();
  layer.start(0, 0, 0);
  layer.bar(BAR, 16);
  layer.offer(loop("A"));
  layer.bar(2 * BAR, 32);
  assert.deepEqual(log, [`A in at 6.4 from step 32 over ${FADES.enter}`]);
});

test("a change that does not wait fades both ways at once, and a cue leaves it alone", () => {
  const { layer, log } = createHeard();
  layer.offer(loop("rain"));
  layer.start(0, 0, 0);
  layer.offer(loop("wind"));
  layer.changeNow(37.7, 188.5, 1.5);
  layer.cue(38.4, 192);
  assert.deepEqual(log.slice(1), [
    "rain out at 37.7 over 1.5",
    "wind in at 37.7 from step 188.5 over 1.5",
  ]);
});

test("a pause keeps what was chosen, and play goes on with it in place", () => {
  const { layer, log } = createHeard();
  layer.offer(loop("A"));
  layer.start(0, 0, 0);
  layer.stop(5, 0.01);
  layer.start(9, 25, 0.1);
  assert.deepEqual(log.slice(1), ["A out at 5.0 over 0.01", "A in at 9.0 from step 25 over 0.1"]);
});
