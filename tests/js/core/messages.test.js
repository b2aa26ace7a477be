import assert from "node:assert/strict";
import test from "node:test";
import { noticesOf } from "../../../static/js/core/messages.js";
import { became, initialState, layerBecame } from "../../../static/js/core/state.js";
import { CATALOG } from "./catalog.js";

const well = initialState(CATALOG, { seed: 7 });

test("nothing is said while all is well", () => {
  assert.deepEqual(noticesOf(well, { isOnline: true }), []);
});

test("a failed layer is named, with what failed, and can be tried again", () => {
  const state = layerBecame("drums", { status: "failed", message: "“Brushes”: gone" })(well);
  const [notice] = noticesOf(state, { isOnline: true });
  assert.equal(notice.layer, "drums");
  assert.match(notice.text, /^Drums did not load: “Brushes”: gone\. The rest plays on\.$/);
});

test("the worst is said first", () => {
  const state = layerBecame("quote", { status: "failed", message: "gone" })(
    became({ fault: "No clock." })(well),
  );
  assert.deepEqual(
    noticesOf(state, { isOnline: false }).map(({ id }) => id),
    ["fault", "offline", "quote"],
  );
});
