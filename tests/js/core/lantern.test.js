import assert from "node:assert/strict";
import test from "node:test";
import { lanternAt, lanternOf } from "../../../static/js/core/lantern.js";

/** @type {import("../../../static/js/core/types.js").NoteEvent} */
const note = { voice: "melody", pitch: 72, time: 0, length: 4, velocity: 90 };

test("pitch places a light, velocity sizes it, and its voice carries it", () => {
  const light = lanternOf(note, 0.8);
  assert.ok(lanternOf({ ...note, pitch: 40 }, 0.8).x < light.x);
  assert.ok(lanternOf({ ...note, velocity: 20 }, 0.8).radius < light.radius);
  assert.ok(lanternOf({ ...note, voice: "bass" }, 0.8).rise < light.rise);
});

test("no pitch leaves the picture", () => {
  for (const pitch of [0, 21, 108, 127]) {
    const { x } = lanternOf({ ...note, pitch }, 1);
    assert.ok(x > 0 && x < 1);
  }
});

test("a light is bright while its note sounds, rises, and is gone at the end of its life", () => {
  const light = lanternOf(note, 2);
  assert.equal(lanternAt(light, 1).light, 1);
  assert.ok(lanternAt(light, 2.5).light < 1);
  assert.equal(lanternAt(light, light.life).light, 0);
  assert.ok(lanternAt(light, 2).dy < lanternAt(light, 1).dy);
});
