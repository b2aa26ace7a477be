/** What a slider's position means to the ear. */

/** Where the sliders stand at first. @type {Record<import("./types.js").SliderName, number>} */
export const DEFAULT_VOLUMES = { master: 80, drums: 80, ambience: 65, quote: 90, music: 75 };

/**
 * Return the gain of a slider: 0 is silence, 100 is unity, and each halving takes 12 dB away.
 *
 * @param {number} position 0 to 100
 * @returns {number} 0 to 1
 */
export function sliderToGain(position) {
  if (!(position >= 0 && position <= 100))
    throw new RangeError(`a slider stands from 0 to 100, not at ${position}`);
  return (position / 100) ** 2;
}
