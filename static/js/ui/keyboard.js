/** Keys that work anywhere on the page. */

/** Where a space is typed or presses something. A chosen radio and a slider have no use for it. */
const TAKES_SPACE =
  'button, a, select, textarea, summary, [contenteditable], input:not([type="radio"]:checked):not([type="range"])';

/**
 * Let the space bar play and pause, except where it already means something.
 *
 * @param {() => void} onToggle
 */
export function listenToKeys(onToggle) {
  /** What the pointer pressed last: it has the focus, but nobody came to it by keyboard. @type {Element | null} */
  let pressed = null;
  document.addEventListener("pointerdown", ({ target }) => {
    pressed = /** @type {Element} */ (target).closest("button");
  });
  document.addEventListener("keydown", (event) => {
    const taker = /** @type {Element} */ (event.target).closest(TAKES_SPACE);
    const isTaken = taker !== null && taker !== pressed;
    if (event.code !== "Space") pressed = null;
    else if (!isTaken && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      onToggle();
    }
  });
}
