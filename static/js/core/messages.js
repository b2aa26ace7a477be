/** What the page says when something is wrong. */

import { LAYERS } from "./state.js";

/** @typedef {{id: string, text: string, layer?: import("./types.js").LayerName}} Notice */

const NAMES = { drums: "Drums", ambience: "Ambience", quote: "Quote", music: "Music" };

/**
 * Return what to tell the listener, worst first.
 *
 * @param {import("./types.js").State} state
 * @param {{isOnline: boolean}} network
 * @returns {Notice[]} those with a layer can be tried again
 */
export function noticesOf({ fault, layers }, { isOnline }) {
  const failed = LAYERS.flatMap((layer) => {
    const now = layers[layer];
    if (now.status !== "failed") return [];
    return [
      {
        id: layer,
        layer,
        text: `${NAMES[layer]} did not load: ${now.message}. The rest plays on.`,
      },
    ];
  });
  return [
    ...(fault ? [{ id: "fault", text: fault }] : []),
    ...(isOnline
      ? []
      : [{ id: "offline", text: "You are offline. What has been loaded plays on." }]),
    ...failed,
  ];
}
