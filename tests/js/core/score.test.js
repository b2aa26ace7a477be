import assert from "node:assert/strict";
import test from "node:test";
import {
  createScore,
  notesInStep,
  notesSoundingAt,
  swingDelay,
} from "../../../static/js/core/score.js";

/** @returns {import("../../../static/js/core/types.js").NoteEvent} */
const note = (/** @type {number} */ time, { pitch = 60, length = 4 } = {}) => ({
  voice: "melody",
  pitch,
  time,
  length,
  velocity: 80,
});

test("swing delays the second sixteenth of a pair and nothing else", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 1.5].map((time) => swingDelay(time, { swing: 0.56 }).toFixed(2)),
    ["0.00", "0.12", "0.00", "0.12", "0.00"],
  );
  assert.equal(swingDelay(1, { swing: 0.5 }), 0);
});

test("each step gives the notes that begin in it, in order", () => {
  const score = createScore([note(1.2), note(0), note(1, { pitch: 64 }), note(1, { pitch: 60 })], {
    bars: 1,
  });
  assert.deepEqual(
    notesInStep(score, 1).map(({ time, pitch }) => [time, pitch]),
    [
      [1, 60],
      [1, 64],
      [1.2, 60],
    ],
  );
  assert.deepEqual(notesInStep(score, 2), []);
});

test("a score comes round after its bars, and every note sounds once a round", () => {
  const score = createScore([note(0), note(17.1), note(31)], { bars: 2 });
  for (const round of [0, 1, 7]) {
    const steps = Array.from({ length: 32 }, (_, step) => notesInStep(score, 32 * round + step));
    assert.deepEqual(
      steps.flat().map(({ time }) => time),
      [0, 17.1, 31],
    );
  }
});

test("a note outside the bars is refused", () => {
  assert.throws(() => createScore([note(16)], { bars: 1 }), /step 16 is outside the 1 bars/);
});

test("what sounds at a moment is what began before it and has not ended", () => {
  const score = createScore([note(0, { length: 8 }), note(4), note(2, { length: 1 })], { bars: 1 });
  assert.deepEqual(
    notesSoundingAt(score, 16 + 5).map(({ time, length }) => [time, length]),
    [
      [5, 3],
      [5, 3],
    ],
  );
  assert.deepEqual(notesSoundingAt(score, 0), []);
});
