/** What the page is told by the machine around it. */

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

export const isVisible = () => !document.hidden;
export const isOnline = () => navigator.onLine;
/** Whether the listener asked for as little movement as possible. */
export const wantsStillness = () => stillness.matches;

/** Tell iOS that this is music, which its silent switch leaves alone. */
export function claimPlayback() {
  if ("audioSession" in navigator)
    Object.assign(/** @type {any} */ (navigator).audioSession, { type: "playback" });
}

/**
 * Call `listener` whenever one of these changes.
 *
 * @param {() => void} listener
 */
export function onSurroundings(listener) {
  document.addEventListener("visibilitychange", listener);
  stillness.addEventListener("change", listener);
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
}
