import assert from "node:assert/strict";
import test from "node:test";
import { createLoader } from "../../../static/js/engine/loader.js";

/** @returns {import("../../../static/js/core/types.js").Plan} */
const plan = (/** @type {string} */ label) => ({ kind: "loop", label, url: `/${label}`, bars: 8 });

function createHeard(/** @type {(plan: any) => Promise<any>} */ load) {
  /** @type {string[]} */
  const log = [];
  const loader = createLoader({
    load,
    onReady: (material) => log.push(`${material.title} is here`),
    onStatus: (now) => log.push(now.status === "failed" ? now.message : now.status),
  });
  return { loader, log };
}

test("what arrives is handed on before it is called ready", async () => {
  const { loader, log } = createHeard(async ({ label }) => ({ title: label }));
  await loader.want(plan("A"));
  assert.deepEqual(log, ["loading", "A is here", "ready"]);
});

test("of two wants only the last is handed on, whichever comes first", async () => {
  /** @type {Map<string, () => void>} */
  const arrive = new Map();
  const { loader, log } = createHeard(
    ({ label }) => new Promise((resolve) => arrive.set(label, () => resolve({ title: label }))),
  );
  const both = [loader.want(plan("A")), loader.want(plan("B"))];
  arrive.get("B")?.();
  arrive.get("A")?.();
  await Promise.all(both);
  assert.deepEqual(log, ["loading", "loading", "B is here", "ready"]);
});

test("a failure names what failed and why, and it can be wanted again", async () => {
  let works = false;
  const { loader, log } = createHeard(async ({ label }) => {
    if (!works) throw new Error("the server answers 404");
    return { title: label };
  });
  await loader.want(plan("Brushes"));
  works = true;
  await loader.want(plan("Brushes"));
  assert.deepEqual(log, [
    "loading",
    "“Brushes”: the server answers 404",
    "loading",
    "Brushes is here",
    "ready",
  ]);
});
