import assert from "node:assert/strict";
import test from "node:test";
import { notesInStep } from "../../../static/js/core/score.js";
import { createMaterialLoader } from "../../../static/js/engine/materials.js";

const FRAMES = {
  "/drums": 1_128_960,
  "/uncut": 1_129_408, // as Chrome 143 decodes it
  "/short": 1_128_959,
  "/long": 1_164_240, // a beat more
};
const SOLO = {
  title: "Blurred Gutter Song",
  bars: 30,
  swing: 0.5,
  voices: { melody: [{ pitch: 60, start: 3, length: 2, velocity: 80 }], chords: [], bass: [] },
};

const load = createMaterialLoader({
  getSound: async (url) =>
    /** @type {any} */ ({
      length: FRAMES[/** @type {keyof typeof FRAMES} */ (url)] ?? 1,
      sampleRate: 44_100,
      url,
    }),
  readJson: async () => SOLO,
  bpm: 75,
});

test("a loop of exactly its bars is taken", async () => {
  const material = await load({ kind: "loop", label: "Brushes", url: "/drums", bars: 8 });
  assert.equal(material.title, "Brushes");
});

test("a loop whose last block the browser leaves uncut is taken, as only its bars are played", async () => {
  const material = await load({ kind: "loop", label: "Brushes", url: "/uncut", bars: 8 });
  assert.ok(material.kind === "loop");
  assert.equal(material.bars, 8);
});

for (const [url, frames] of [
  ["/short", 1_128_959],
  ["/long", 1_164_240],
])
  test(`a loop of ${frames} frames is refused, as it would drift`, async () => {
    await assert.rejects(load({ kind: "loop", label: "Odd", url: String(url), bars: 8 }), {
      name: "RangeError",
      message: `the file holds ${frames} frames where 8 bars are 1128960, so it would drift`,
    });
  });

test("a live solo brings its title, its notes and a sampler's worth of sounds for each voice", async () => {
  const samples = { C4: "/c4" };
  const material = await load({
    kind: "live",
    label: "Live solo",
    notes: "/api/solo?seed=7",
    samples: { melody: samples, chords: samples, bass: samples },
  });
  assert.ok(material.kind === "notes");
  assert.equal(material.title, "Blurred Gutter Song");
  assert.equal(notesInStep(material.score, 3).length, 1);
  assert.deepEqual(Object.keys(material.samples), ["melody", "chords", "bass"]);
});
