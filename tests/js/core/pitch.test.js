import assert from "node:assert/strict";
import test from "node:test";
import { noteNameToPitch, pitchToFrequency } from "../../../static/js/core/pitch.js";

test("note names are MIDI numbers", () => {
  const names = { C4: 60, A4: 69, "C#4": 61, Db4: 61, Bb2: 46, Cb4: 59, "B#3": 60, "C-1": 0 };
  for (const [name, pitch] of Object.entries(names)) assert.equal(noteNameToPitch(name), pitch);
});

for (const name of ["", "H4", "c4", "C", "C##4"])
  test(`"${name}" is refused`, () => {
    assert.throws(() => noteNameToPitch(name), {
      name: "TypeError",
      message: /expected a name as C4/,
    });
  });

test("A4 sounds at 440 Hz and an octave doubles", () => {
  assert.equal(pitchToFrequency(69), 440);
  assert.equal(pitchToFrequency(81), 880);
  assert.ok(Math.abs(pitchToFrequency(60) - 261.6256) < 1e-4);
});
