/** A piece as notes that can be asked for step by step. */

import { phaseInLoop } from "./cues.js";
import { STEPS_PER_BAR } from "./transport-time.js";

/**
 * Return how late an onset sounds for the swing, in steps: the second sixteenth of a pair waits.
 *
 * The same rule as swing_delay in training/music/grid.py. Onsets between two steps stay.
 *
 * @param {number} time onset in steps
 * @param {{swing: number}} feel 0.5 is straight, 2/3 a triplet
 * @returns {number}
 */
export function swingDelay(time, { swing }) {
  return time % 2 === 1 ? 2 * swing - 1 : 0;
}

/**
 * Return a score of `events` that repeats every `bars`.
 *
 * @param {readonly import("./types.js").NoteEvent[]} events in any order
 * @param {{bars: number}} loop
 * @returns {import("./types.js").Score}
 */
export function createScore(events, { bars }) {
  const stray = events.find(({ time }) => time < 0 || time >= bars * STEPS_PER_BAR);
  if (stray) throw new RangeError(`a note at step ${stray.time} is outside the ${bars} bars`);
  const sorted = [...events].sort((one, other) => one.time - other.time || one.pitch - other.pitch);
  /** @type {Map<number, import("./types.js").NoteEvent[]>} */
  const byStep = new Map();
  for (const event of sorted) {
    const step = Math.floor(event.time);
    byStep.set(step, [...(byStep.get(step) ?? []), event]);
  }
  return { bars, byStep };
}

/**
 * Return the notes that begin within one step of the station's time, which the score's loop follows.
 *
 * @param {import("./types.js").Score} score
 * @param {number} step a whole step since bar 0
 * @returns {readonly import("./types.js").NoteEvent[]} in order, times counted from the score's bar 0
 */
export function notesInStep(score, step) {
  return score.byStep.get(phaseInLoop(step, score)) ?? [];
}

/**
 * Return the notes that are sounding when a step comes, with the length they still have.
 *
 * @param {import("./types.js").Score} score
 * @param {number} step since bar 0, may have decimals
 * @returns {import("./types.js").NoteEvent[]}
 */
export function notesSoundingAt(score, step) {
  const now = phaseInLoop(step, score);
  return [...score.byStep.values()]
    .flat()
    .filter(({ time, length }) => time < now && time + length > now)
    .map((event) => ({ ...event, time: now, length: event.time + event.length - now }));
}
