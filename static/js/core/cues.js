/** When each layer begins again, in measures, and where a layer stands at any moment. */

import { STEPS_PER_BAR, transportTimeToSteps } from "./transport-time.js";

/** How often each looping layer starts afresh. */
export const CUES = /** @type {const} */ ({ drums: "8m", ambience: "12m", music: "30m" });

/** When the quote is spoken. */
export const QUOTE_CUE = "4:0:0";

export const QUOTE_STEP = transportTimeToSteps(QUOTE_CUE);

/**
 * Return how far into a loop of `bars` the station is, in steps from its start.
 *
 * Every loop counts from bar 0, so a layer that comes late still meets the others.
 *
 * @param {number} step since bar 0, may have decimals
 * @param {{bars: number}} loop
 * @returns {number}
 */
export function phaseInLoop(step, { bars }) {
  return step % (bars * STEPS_PER_BAR);
}
