import assert from "node:assert/strict";
import test from "node:test";
import { createQuoteLayer } from "../../../static/js/engine/quote-layer.js";

const BAR = 16; // steps, 3.2 seconds at 75 beats a minute

/** @returns {import("../../../static/js/core/types.js").SpeechMaterial} */
const quote = (/** @type {string} */ title) =>
  /** @type {any} */ ({ kind: "speech", title, buffer: { duration: 6 } });

function createHeard() {
  /** @type {string[]} */
  const log = [];
  const layer = createQuoteLayer({
    bpm: 75,
    startVoice({ title }, { time, offset }) {
      log.push(`${title} at ${time} from ${offset.toFixed(1)} s`);
      return { stop: () => log.push(`${title} stops`) };
    },
  });
  return { layer, log };
}

test("a quote is spoken once, on its cue", () => {
  const { layer, log } = createHeard();
  layer.offer(quote("A"));
  for (let bar = 0; bar < 20; bar++) layer.bar(3.2 * bar, BAR * bar);
  assert.deepEqual(log, ["A at 12.8 from 0.0 s"]);
});

test("a quote that comes after the cue is spoken on the next bar line", () => {
  const { layer, log } = createHeard();
  layer.bar(12.8, 4 * BAR);
  layer.offer(quote("A"));
  layer.bar(16, 5 * BAR);
  layer.bar(19.2, 6 * BAR);
  assert.deepEqual(log, ["A at 16 from 0.0 s"]);
});

test("a pause stops the words, and play goes on with them", () => {
  const { layer, log } = createHeard();
  layer.offer(quote("A"));
  layer.bar(12.8, 4 * BAR);
  layer.stop(14.8, 0.01);
  layer.start(100, 4 * BAR + 10);
  assert.deepEqual(log.at(-1), "A at 100 from 2.0 s");
});

test("words that had ended before a pause do not come again", () => {
  const { layer, log } = createHeard();
  layer.offer(quote("A"));
  layer.bar(12.8, 4 * BAR);
  layer.start(100, 7 * BAR);
  assert.deepEqual(log, ["A at 12.8 from 0.0 s"]);
});

test("the layer says what is being spoken, from its first word to its last", () => {
  const { layer } = createHeard();
  layer.offer(quote("A"));
  assert.equal(layer.at(4 * BAR), null);
  layer.bar(12.8, 4 * BAR);
  assert.equal(layer.at(4 * BAR)?.title, "A");
  assert.equal(layer.at(4 * BAR + 29)?.title, "A");
  assert.equal(layer.at(4 * BAR + 30), null);
});
