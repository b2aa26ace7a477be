/** A small catalog for the tests. */

const row = (/** @type {string} */ id) => ({
  id,
  label: `The ${id}`,
  credit: "us",
  licence: "CC0-1.0",
});
const loop = (/** @type {string} */ id, /** @type {number} */ bars) => ({
  ...row(id),
  url: `/static/${id}.ogg`,
  seconds: bars * 3.2,
  frames: bars * 141_120,
  bpm: 75,
  bars,
});
const palette = {
  background: "#000000",
  surface: "#111111",
  text: "#ffffff",
  accent: "#ff8800",
  glow: "#ff0088",
};
const scene = {
  label: "A window",
  description: "A cat looks out of a window.",
  gif: "/a.gif",
  webp: "/a.webp",
  still: "/a.png",
  palette,
};

/** @type {import("../../../static/js/core/types.js").Catalog} */
export const CATALOG = {
  drums: [loop("boom-bap", 8), loop("brushes", 8)],
  ambience: [{ ...loop("rain", 12), scene }],
  quotes: [{ ...loop("day", 1), text: "To affect the quality of the day…", author: "Thoreau" }],
  solos: [{ ...loop("dusk", 30), notes: "/static/dusk.json", key: "F major", mood: "rainy" }],
  songs: [
    {
      ...row("largo"),
      notes: "/static/largo.json",
      composer: "Dvořák",
      bars: 24,
      instruments: { melody: "rhodes", chords: "rhodes", bass: "rhodes" },
    },
  ],
  instruments: [{ ...row("rhodes"), samples: { C3: "/static/c3.ogg", C4: "/static/c4.ogg" } }],
};
