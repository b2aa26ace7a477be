/** What can be chosen for each layer, as rows under headings. */

/** The key of the music that is composed on request. */
export const LIVE = "live";

/**
 * @typedef {{key: string, label: string, detail: string}} Option
 * @typedef {{heading: string | null, options: Option[]}} OptionGroup
 */

/**
 * Return a layer's options in the order they are shown; headings only where there are several kinds.
 *
 * @param {import("./types.js").Catalog} catalog
 * @param {import("./types.js").LayerName} layer
 * @returns {OptionGroup[]}
 */
export function layerOptions(catalog, layer) {
  if (layer !== "music") return [{ heading: null, options: PLAIN[layer](catalog) }];
  const live = { key: LIVE, label: "Live solo", detail: "new each time" };
  const solos = catalog.solos.map(({ id, label, key, mood }) => ({
    key: `solo:${id}`,
    label,
    detail: [key, mood].filter(Boolean).join(", "),
  }));
  const songs = catalog.songs.map(({ id, label, composer }) => ({
    key: `song:${id}`,
    label,
    detail: composer,
  }));
  return [
    { heading: "AI solos", options: [...solos, live] },
    { heading: "Songs", options: songs },
  ];
}

/** @type {Record<"drums" | "ambience" | "quote", (catalog: import("./types.js").Catalog) => Option[]>} */
const PLAIN = {
  drums: ({ drums }) => drums.map(({ id, label }) => ({ key: id, label, detail: "" })),
  ambience: ({ ambience }) => ambience.map(({ id, label }) => ({ key: id, label, detail: "" })),
  quote: ({ quotes }) =>
    quotes.map(({ id, label, author }) => ({ key: id, label, detail: author })),
};
