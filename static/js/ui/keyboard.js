/** Keys that work anywhere on the page. */

/**
 * Let the space bar play and pause, except where it already means something.
 *
 * @param {() => void} onToggle
 */
export function listenToKeys(onToggle) {
  document.addEventListener("keydown", (event) => {
    if (event.code !== "Space" || event.repeat || event.ctrlKey || event.altKey || event.metaKey)
      return;
    if (/** @type {HTMLElement} */ (event.target).closest(TAKES_SPACE)) return;
    event.preventDefault();
    onToggle();
  });
}

/** Where a space is typed or presses something. A chosen radio and a slider have no use for it. */
const TAKES_SPACE =
  'button, a, select, textarea, summary, [contenteditable], input:not([type="radio"]:checked):not([type="range"])';
