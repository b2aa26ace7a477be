/** The station's tempo, which every rendered file shares. */

/**
 * Return the tempo of a catalog's files in beats per minute.
 *
 * @param {import("./types.js").Catalog} catalog
 * @returns {number}
 */
export function tempoOf({ drums, ambience, solos }) {
  const tempos = [...new Set([...drums, ...ambience, ...solos].map(({ bpm }) => bpm))];
  if (tempos.length !== 1)
    throw new RangeError(
      `the catalog's loops must share one tempo, they have ${tempos.join(", ") || "none"}`,
    );
  return tempos[0];
}
