import assert from "node:assert/strict";
import test from "node:test";
import { tempoOf } from "../../../static/js/core/tempo.js";
import { CATALOG } from "./catalog.js";

test("the tempo is the one that all loops share", () => {
  assert.equal(tempoOf(CATALOG), 75);
  assert.equal(tempoOf({ ...CATALOG, drums: [] }), 75);
});

test("loops of two tempos cannot play together", () => {
  const [first] = CATALOG.drums;
  assert.throws(() => tempoOf({ ...CATALOG, drums: [{ ...first, bpm: 80 }] }), /have 80, 75/);
});

test("a catalog without loops has no tempo", () => {
  const empty = { ...CATALOG, drums: [], ambience: [], solos: [] };
  assert.throws(() => tempoOf(empty), /have none/);
});
