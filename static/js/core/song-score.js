/** Hand-written songs, their times in TransportTime, as scores. */

import { noteNameToPitch } from "./pitch.js";
import { createScore, swingDelay } from "./score.js";
import { transportTimeToSteps } from "./transport-time.js";

/**
 * Return the score of a song, its swing applied.
 *
 * @param {import("./types.js").Song} song
 * @returns {import("./types.js").Score}
 */
export function songToScore({ bars, swing, voices }) {
  const events = Object.entries(voices).flatMap(([voice, notes]) =>
    notes.map(([start, name, length, velocity]) => {
      const time = transportTimeToSteps(start);
      return {
        voice: /** @type {import("./types.js").VoiceName} */ (voice),
        pitch: noteNameToPitch(name),
        time: time + swingDelay(time, { swing }),
        length: transportTimeToSteps(length),
        velocity,
      };
    }),
  );
  return createScore(events, { bars });
}
