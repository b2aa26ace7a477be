import assert from "node:assert/strict";
import test from "node:test";
import { layerOptions } from "../../../static/js/core/options.js";
import { CATALOG } from "./catalog.js";

test("music stands under AI solos, the live one among them, and Songs", () => {
  const groups = layerOptions(CATALOG, "music");
  assert.deepEqual(
    groups.map(({ heading, options }) => [heading, options.map(({ key }) => key)]),
    [
      ["AI solos", ["solo:dusk", "live"]],
      ["Songs", ["song:largo"]],
    ],
  );
});

test("other layers are one list in the catalog's order", () => {
  const [group, ...others] = layerOptions(CATALOG, "drums");
  assert.deepEqual(others, []);
  assert.deepEqual(
    group.options.map(({ label }) => label),
    ["The boom-bap", "The brushes"],
  );
});
