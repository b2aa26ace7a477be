/** The composer's solos as scores. */

import { createScore, swingDelay } from "./score.js";

/**
 * Return the score of a solo, its swing applied.
 *
 * @param {import("./types.js").Solo} solo
 * @returns {import("./types.js").Score}
 */
export function soloToScore({ bars, swing, voices }) {
  const events = Object.entries(voices).flatMap(([voice, notes]) =>
    notes.map(({ start, pitch, length, velocity }) => ({
      voice: /** @type {import("./types.js").VoiceName} */ (voice),
      pitch,
      time: start + swingDelay(start, { swing }),
      length,
      velocity,
    })),
  );
  return createScore(events, { bars });
}
