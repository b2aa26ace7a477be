/** A look at the sound every now and then, to see whether it lives. */

import { judgeHealth } from "../core/health.js";

/** Seconds between two looks. */
const LOOK = 2;

/** @typedef {import("../core/health.js").Pulse} Pulse */

/**
 * Look again and again, and say what is wrong after each stretch that was to sound from end to end.
 *
 * @param {object} parts
 * @param {(action: () => void, seconds: number) => void} parts.every calls again and again
 * @param {() => Pulse | null} parts.pulse null while nothing is to sound
 * @param {(wrong: ReturnType<typeof judgeHealth>) => void} parts.onLook
 */
export function watchPulse({ every, pulse, onLook }) {
  /** @type {Pulse | null} */
  let last = null;
  every(() => {
    const before = last;
    last = pulse();
    if (before && last) onLook(judgeHealth(before, last));
  }, LOOK);
  return {
    /** Begin a new stretch, as what beats is another. */
    forget() {
      last = null;
    },
  };
}
