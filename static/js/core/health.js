/** Whether the sound is alive, told from two looks at it. */

/**
 * @typedef {{time: number, ticks: number}} Pulse context time in seconds, and the clock callbacks so far
 */

/** What the listener is told for each way the sound can die. */
export const FAULTS = {
  "no ticks":
    "The browser keeps the station's clock from running, so nothing can be cued. Reload the page; if that does not help, another browser will.",
  stalled:
    "The sound device stopped giving time, perhaps it was unplugged or slept. Press Pause, then Play.",
};

/**
 * Return what is wrong after a stretch in which the station should have played, or null.
 *
 * @param {Pulse} before
 * @param {Pulse} now at least half a second later
 * @returns {keyof typeof FAULTS | null}
 */
export function judgeHealth(before, now) {
  if (now.time <= before.time) return "stalled";
  if (now.ticks <= before.ticks) return "no ticks";
  return null;
}
