/** A volume from silence to full. */

import { element } from "./element.js";

/**
 * Return a slider called "<name> volume".
 *
 * @param {{name: string, onMove: (position: number) => void}} parts positions go from 0 to 100
 */
export function createVolumeSlider({ name, onMove }) {
  /** @type {HTMLInputElement} */
  const input = element("input", {
    type: "range",
    min: "0",
    max: "100",
    class: "volume",
    "aria-label": `${name} volume`,
    input: () => onMove(input.valueAsNumber),
  });
  return {
    root: input,
    /** @param {number} position */
    show(position) {
      input.valueAsNumber = position;
      input.style.setProperty("--position", `${position}%`);
    },
  };
}
