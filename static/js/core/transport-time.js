/** The station's time grid, as in training/music/grid.py, and Tone's way of writing it. */

export const BEATS_PER_BAR = 4;
export const STEPS_PER_BEAT = 4;
export const STEPS_PER_BAR = BEATS_PER_BAR * STEPS_PER_BEAT;

/**
 * Return the sixteenth steps that a TransportTime stands for: "1:2:3" is 1 bar, 2 beats and 3 steps.
 *
 * @param {string} text "bars:beats:sixteenths", each a number from 0, the last may have decimals
 * @returns {number}
 */
export function transportTimeToSteps(text) {
  const parts = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (!parts) throw new TypeError(`"${text}" is no time: expected bars:beats:sixteenths, as 4:0:0`);
  const [bars, beats, sixteenths] = parts.slice(1).map(Number);
  return bars * STEPS_PER_BAR + beats * STEPS_PER_BEAT + sixteenths;
}

/**
 * Return how long `steps` last, in seconds.
 *
 * @param {number} steps
 * @param {{bpm: number}} tempo beats per minute
 * @returns {number}
 */
export function stepsToSeconds(steps, { bpm }) {
  return (steps * 60) / (bpm * STEPS_PER_BEAT);
}
