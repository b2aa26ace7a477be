/** The state at first, and every way it changes; all of them pure. */

import { LIVE, layerOptions } from "./options.js";
import { DEFAULT_VOLUMES } from "./volumes.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").LayerName} LayerName */

/** @type {readonly LayerName[]} */
export const LAYERS = ["drums", "ambience", "quote", "music"];

/** @type {readonly import("./types.js").SliderName[]} */
export const SLIDERS = ["master", ...LAYERS];

/**
 * Return the state of a page that has just opened: the first of each list, nothing loaded.
 *
 * @param {import("./types.js").Catalog} catalog
 * @param {{seed: number}} first the first live solo's seed
 * @returns {State}
 */
export function initialState(catalog, { seed }) {
  const first = (/** @type {LayerName} */ layer) =>
    layerOptions(catalog, layer).flatMap((group) => group.options)[0]?.key ?? null;
  return {
    phase: "idle",
    choices: {
      drums: first("drums"),
      ambience: first("ambience"),
      quote: first("quote"),
      music: first("music"),
    },
    seed,
    volumes: DEFAULT_VOLUMES,
    layers: {
      drums: { status: "idle" },
      ambience: { status: "idle" },
      quote: { status: "idle" },
      music: { status: "idle" },
    },
    music: null,
    bar: 0,
    caption: null,
    fault: null,
  };
}

/**
 * @param {LayerName} layer
 * @param {string} key
 * @returns {(state: State) => State}
 */
export const chosen = (layer, key) => (state) =>
  state.choices[layer] === key ? state : { ...state, choices: { ...state.choices, [layer]: key } };

/**
 * Return the change to another live solo.
 *
 * @param {number} seed
 * @returns {(state: State) => State}
 */
export const soloRequested = (seed) => (state) => ({ ...chosen("music", LIVE)(state), seed });

/**
 * @param {import("./types.js").SliderName} slider
 * @param {number} position 0 to 100
 * @returns {(state: State) => State}
 */
export const volumeSet = (slider, position) => (state) => ({
  ...state,
  volumes: { ...state.volumes, [slider]: position },
});

/**
 * @param {LayerName} layer
 * @param {import("./types.js").LayerState} now
 * @returns {(state: State) => State}
 */
export const layerBecame = (layer, now) => (state) => ({
  ...state,
  layers: { ...state.layers, [layer]: now },
});

/**
 * Return the change that sets the named fields.
 *
 * @param {Partial<Pick<State, "phase" | "music" | "bar" | "caption" | "fault">>} fields
 * @returns {(state: State) => State}
 */
export const became = (fields) => (state) => ({ ...state, ...fields });

/**
 * Return the layers that have something else to play than before.
 *
 * @param {State} state
 * @param {State} before
 * @returns {LayerName[]}
 */
export function layersToLoad(state, before) {
  return LAYERS.filter(
    (layer) =>
      state.choices[layer] !== before.choices[layer] ||
      (state.choices[layer] === LIVE && state.seed !== before.seed),
  );
}
