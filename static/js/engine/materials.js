/** From a plan to something that can sound: everything fetched, decoded and checked. */

import { soloToScore } from "../core/solo-score.js";
import { songToScore } from "../core/song-score.js";
import { STEPS_PER_BAR, stepsToSeconds } from "../core/transport-time.js";

/** Frames that some browsers (Chrome 143) leave at the end of a Vorbis file: less than its longest block, 8192. */
const VORBIS_BLOCK = 8192;

/** @typedef {import("../core/types.js").VoiceName} VoiceName */

/**
 * Return a loader of materials.
 *
 * @param {object} parts
 * @param {(url: string) => Promise<AudioBuffer>} parts.getSound
 * @param {(url: string) => Promise<any>} parts.readJson
 * @param {number} parts.bpm the tempo that the files are rendered at
 * @returns {(plan: import("../core/types.js").Plan) => Promise<import("../core/types.js").Material>}
 */
export function createMaterialLoader({ getSound, readJson, bpm }) {
  return async function load(plan) {
    switch (plan.kind) {
      case "speech": {
        const { label, text, author } = plan;
        return { kind: "speech", title: label, buffer: await getSound(plan.url), text, author };
      }
      case "loop": {
        const [buffer, solo] = await Promise.all([
          getSound(plan.url),
          plan.notes ? readJson(plan.notes) : null,
        ]);
        checkLength(buffer, { bars: plan.bars, bpm });
        const score = solo ? soloToScore(solo) : undefined;
        return { kind: "loop", title: solo?.title ?? plan.label, bars: plan.bars, buffer, score };
      }
      case "live": {
        const [solo, samples] = await Promise.all([readJson(plan.notes), readSamples(plan)]);
        const { title, bars } = solo;
        return { kind: "notes", title, bars, score: soloToScore(solo), samples };
      }
      case "song": {
        const [song, samples] = await Promise.all([readJson(plan.notes), readSamples(plan)]);
        const { bars } = song;
        return { kind: "notes", title: plan.label, bars, score: songToScore(song), samples };
      }
    }
  };

  /** @param {import("../core/types.js").LivePlan | import("../core/types.js").SongPlan} plan */
  async function readSamples({ samples }) {
    const voices = await Promise.all(
      Object.entries(samples).map(async ([voice, urls]) => [voice, await readInstrument(urls)]),
    );
    return /** @type {Record<VoiceName, Record<string, AudioBuffer>>} */ (
      Object.fromEntries(voices)
    );
  }

  /** @param {Record<string, string>} urls note name to url */
  async function readInstrument(urls) {
    const notes = Object.entries(urls).map(async ([note, url]) => [note, await getSound(url)]);
    return Object.fromEntries(await Promise.all(notes));
  }
}

/**
 * Throw unless the buffer holds a whole loop; frames past its end are never played.
 *
 * @param {AudioBuffer} buffer
 * @param {{bars: number, bpm: number}} loop
 */
function checkLength(buffer, { bars, bpm }) {
  const expected = Math.round(stepsToSeconds(bars * STEPS_PER_BAR, { bpm }) * buffer.sampleRate);
  if (buffer.length < expected || buffer.length > expected + VORBIS_BLOCK)
    throw new RangeError(
      `the file holds ${buffer.length} frames where ${bars} bars are ${expected}, so it would drift`,
    );
}
