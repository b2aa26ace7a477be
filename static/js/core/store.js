/** The page's state: one value, changed by pure functions, told to whoever listens. */

/**
 * Return a store of `initial`.
 *
 * @template S
 * @param {S} initial
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<(state: S, before: S) => void>} */
  const listeners = new Set();
  return {
    get: () => state,
    /**
     * Replace the state by `change(state)` and tell the listeners, unless nothing changed.
     *
     * @param {(state: S) => S} change
     */
    update(change) {
      const before = state;
      state = change(before);
      if (state !== before) for (const listener of listeners) listener(state, before);
    },
    /**
     * Call `listener` now and after every change.
     *
     * @param {(state: S, before: S) => void} listener
     */
    subscribe(listener) {
      listeners.add(listener);
      listener(state, state);
    },
  };
}
