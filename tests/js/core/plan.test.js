import assert from "node:assert/strict";
import test from "node:test";
import { layerOptions } from "../../../static/js/core/options.js";
import { planFor, soundsOf } from "../../../static/js/core/plan.js";
import { LAYERS } from "../../../static/js/core/state.js";
import { CATALOG } from "./catalog.js";

const live = { seed: 7 };

for (const layer of LAYERS)
  test(`everything on offer for ${layer} has a plan`, () => {
    for (const { key } of layerOptions(CATALOG, layer).flatMap(({ options }) => options))
      assert.ok(soundsOf(planFor(CATALOG, layer, key, live)).length > 0);
  });

test("a rendered solo brings its notes for the eye", () => {
  assert.deepEqual(planFor(CATALOG, "music", "solo:dusk", live), {
    kind: "loop",
    label: "The dusk",
    url: "/static/dusk.ogg",
    bars: 30,
    notes: "/static/dusk.json",
  });
});

test("a live solo is a link with its seed", () => {
  const plan = planFor(CATALOG, "music", "live", live);
  assert.equal(plan.kind === "live" && plan.notes, "/api/solo?seed=7");
});

test("an instrument that plays three voices is fetched once", () => {
  assert.deepEqual(soundsOf(planFor(CATALOG, "music", "song:largo", live)), [
    "/static/c3.ogg",
    "/static/c4.ogg",
  ]);
});

test("an unknown id is refused with what there is", () => {
  assert.throws(() => planFor(CATALOG, "drums", "tabla", live), {
    name: "RangeError",
    message: '"tabla" is not among the station\'s drums (there are: boom-bap, brushes)',
  });
});
