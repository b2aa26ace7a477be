import assert from "node:assert/strict";
import test from "node:test";
import { createSounds } from "../../../static/js/engine/sounds.js";

function createShelf() {
  /** @type {string[]} */
  const fetched = [];
  let isDown = false;
  const sounds = createSounds({
    async readBytes(url) {
      fetched.push(url);
      if (isDown) throw new Error("down");
      return new ArrayBuffer(1);
    },
    decode: async () => /** @type {any} */ ({ length: 1 }),
  });
  return { sounds, fetched, goDown: (/** @type {boolean} */ down) => (isDown = down) };
}

test("a sound is fetched once while it is held", async () => {
  const { sounds, fetched } = createShelf();
  assert.equal(await sounds.get("/a"), await sounds.get("/a"));
  assert.deepEqual(fetched, ["/a"]);
});

test("a sound that was let go is fetched again, another is not", async () => {
  const { sounds, fetched } = createShelf();
  await Promise.all([sounds.get("/a"), sounds.get("/b")]);
  sounds.keepOnly(new Set(["/b"]));
  await Promise.all([sounds.get("/a"), sounds.get("/b")]);
  assert.deepEqual(fetched, ["/a", "/b", "/a"]);
});

test("a failure is not held", async () => {
  const { sounds, fetched, goDown } = createShelf();
  goDown(true);
  await assert.rejects(sounds.get("/a"), /down/);
  goDown(false);
  await sounds.get("/a");
  assert.deepEqual(fetched, ["/a", "/a"]);
});
