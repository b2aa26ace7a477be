import assert from "node:assert/strict";
import test from "node:test";
import { startLoopVoice } from "../../../static/js/engine/loop-voice.js";

const SAMPLE_RATE = 44_100;
/** @type {any} */
const material = { kind: "loop", title: "A", bars: 8, buffer: {} };
/** @type {any} */
const output = {};

/** Tone as far as a loop needs it, at a moment of context time. */
function toneAt(/** @type {number} */ immediate) {
  /** @type {{time: number, offset: number, loopEnd: number}[]} */
  const starts = [];
  class ToneBufferSource {
    /** @param {{loopEnd: number}} options */
    constructor({ loopEnd }) {
      this.loopEnd = loopEnd;
    }
    connect() {
      return this;
    }
    /** @param {number} time @param {number} offset */
    start(time, offset) {
      starts.push({ time, offset, loopEnd: this.loopEnd });
    }
  }
  const tone = {
    ToneBufferSource,
    immediate: () => immediate,
    getContext: () => ({ sampleRate: SAMPLE_RATE }),
  };
  return { tone: /** @type {any} */ (tone), starts };
}

test("a loop enters in phase, on a whole frame, and loops at its last bar", () => {
  const { tone, starts } = toneAt(10);
  startLoopVoice(tone, { material, output, time: 10.2000013, step: 8 * 16 + 20, bpm: 75, fade: 0 });
  const [{ time, offset, loopEnd }] = starts;
  assert.ok(Number.isInteger(Math.round(time * SAMPLE_RATE * 1e6) / 1e6), "whole frame");
  assert.ok(Math.abs(time - 10.2) < 1 / SAMPLE_RATE);
  assert.equal(offset, 4);
  assert.equal(loopEnd, 25.6);
});

test("a callback that comes too late starts that much further in", () => {
  const { tone, starts } = toneAt(10.5);
  startLoopVoice(tone, { material, output, time: 10.2, step: 0, bpm: 75, fade: 0 });
  const [{ time, offset }] = starts;
  assert.ok(time >= 10.5);
  assert.ok(Math.abs(time - offset - 10.2) < 1 / SAMPLE_RATE, "still in phase");
});
