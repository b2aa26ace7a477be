import assert from "node:assert/strict";
import test from "node:test";
import {
  became,
  chosen,
  initialState,
  layerBecame,
  layersToLoad,
  soloRequested,
  volumeSet,
} from "../../../static/js/core/state.js";
import { createStore } from "../../../static/js/core/store.js";
import { CATALOG } from "./catalog.js";

const first = initialState(CATALOG, { seed: 7 });

test("a page opens idle, with the first of each list", () => {
  assert.equal(first.phase, "idle");
  assert.deepEqual(first.choices, {
    drums: "boom-bap",
    ambience: "rain",
    quote: "day",
    music: "solo:dusk",
  });
});

test("where a list is empty nothing is chosen, and the rest stays", () => {
  const { choices } = initialState({ ...CATALOG, quotes: [] }, { seed: 7 });
  assert.equal(choices.quote, null);
  assert.equal(choices.drums, "boom-bap");
});

test("another choice loads its layer only", () => {
  assert.deepEqual(layersToLoad(chosen("drums", "brushes")(first), first), ["drums"]);
  assert.deepEqual(layersToLoad(chosen("drums", "boom-bap")(first), first), []);
});

test("a new solo chooses the live one and loads it, again for every seed", () => {
  const live = soloRequested(8)(first);
  assert.equal(live.choices.music, "live");
  assert.deepEqual(layersToLoad(live, first), ["music"]);
  assert.deepEqual(layersToLoad(soloRequested(9)(live), live), ["music"]);
  assert.deepEqual(layersToLoad(volumeSet("music", 3)(live), live), []);
});

test("changes leave the state they were made from as it was", () => {
  const before = structuredClone(first);
  volumeSet("drums", 1)(first);
  layerBecame("drums", { status: "failed", message: "gone" })(first);
  became({ bar: 3 })(first);
  assert.deepEqual(first, before);
});

test("a store tells its listeners once for each change, and nothing for none", () => {
  const store = createStore(first);
  /** @type {[string | null, string | null][]} */
  const told = [];
  store.subscribe((state, before) => told.push([before.choices.drums, state.choices.drums]));
  store.update(chosen("drums", "brushes"));
  store.update(chosen("drums", "brushes"));
  assert.deepEqual(told, [
    ["boom-bap", "boom-bap"],
    ["boom-bap", "brushes"],
  ]);
});
