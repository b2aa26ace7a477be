import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { notesInStep } from "../../../static/js/core/score.js";
import { soloToScore } from "../../../static/js/core/solo-score.js";
import { songToScore } from "../../../static/js/core/song-score.js";

const voices = { melody: [], chords: [], bass: [] };

test("a solo and a song of the same notes are the same score", () => {
  const solo = soloToScore({
    title: "A",
    bars: 2,
    swing: 0.6,
    voices: { ...voices, melody: [{ pitch: 65, start: 17, length: 3, velocity: 90 }] },
  });
  const song = songToScore({
    id: "a",
    label: "A",
    composer: "B",
    bars: 2,
    swing: 0.6,
    instruments: { melody: "rhodes", chords: "rhodes", bass: "rhodes" },
    voices: { ...voices, melody: [["1:0:1", "F4", "0:0:3", 90]] },
  });
  assert.deepEqual(solo, song);
  assert.deepEqual(notesInStep(solo, 17), [
    { voice: "melody", pitch: 65, time: 17 + 2 * 0.6 - 1, length: 3, velocity: 90 },
  ]);
});

const SONGS = new URL("../../../static/js/songs/", import.meta.url);

for (const file of readdirSync(SONGS))
  test(`${file} is a song that can be played`, () => {
    const song = JSON.parse(readFileSync(new URL(file, SONGS), "utf8"));
    const score = songToScore(song);
    const events = [...score.byStep.values()].flat();
    assert.equal(events.length, Object.values(song.voices).flat().length);
    assert.ok(events.every(({ velocity }) => velocity >= 1 && velocity <= 127));
    assert.ok(events.every(({ pitch }) => pitch >= 21 && pitch <= 108));
    assert.ok(events.every(({ length }) => length > 0));
  });
