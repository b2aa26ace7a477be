/** From a choice to what has to be fetched and played for it. */

import { LIVE } from "./options.js";

/** The instrument that plays live solos. */
const LIVE_INSTRUMENT = "rhodes";

/** @typedef {import("./types.js").Catalog} Catalog */
/** @typedef {import("./types.js").Plan} Plan */

/**
 * Return the plan of a layer's choice.
 *
 * @param {Catalog} catalog
 * @param {import("./types.js").LayerName} layer
 * @param {string} key an option's key, see options.js
 * @param {{seed: number}} live which live solo
 * @returns {Plan}
 */
export function planFor(catalog, layer, key, { seed }) {
  return PLANS[layer](catalog, key, seed);
}

/** @type {Record<import("./types.js").LayerName, (catalog: Catalog, key: string, seed: number) => Plan>} */
const PLANS = {
  drums: ({ drums }, key) => loopPlan(row(drums, "drums", key)),
  ambience: ({ ambience }, key) => loopPlan(row(ambience, "ambience", key)),
  quote({ quotes }, key) {
    const { label, url, text, author } = row(quotes, "quotes", key);
    return { kind: "speech", label, url, text, author };
  },
  music(catalog, key, seed) {
    const [kind, id] = key.split(":");
    if (kind === LIVE) return livePlan(catalog, seed);
    if (kind === "song") return songPlan(catalog, id);
    const solo = row(catalog.solos, "solos", id);
    return { ...loopPlan(solo), notes: solo.notes };
  },
};

/**
 * @param {import("./types.js").LoopRow} loop
 * @returns {import("./types.js").LoopPlan}
 */
function loopPlan({ label, url, bars }) {
  return { kind: "loop", label, url, bars };
}

/**
 * @param {Catalog} catalog
 * @param {number} seed
 * @returns {Plan}
 */
function livePlan(catalog, seed) {
  const { samples } = row(catalog.instruments, "instruments", LIVE_INSTRUMENT);
  return {
    kind: "live",
    label: "Live solo",
    notes: `/api/solo?${new URLSearchParams({ seed: String(seed) })}`,
    samples: { melody: samples, chords: samples, bass: samples },
  };
}

/**
 * @param {Catalog} catalog
 * @param {string} id
 * @returns {Plan}
 */
function songPlan(catalog, id) {
  const { label, notes, instruments } = row(catalog.songs, "songs", id);
  const samples = (/** @type {string} */ name) =>
    row(catalog.instruments, "instruments", name).samples;
  return {
    kind: "song",
    label,
    notes,
    samples: {
      melody: samples(instruments.melody),
      chords: samples(instruments.chords),
      bass: samples(instruments.bass),
    },
  };
}

/**
 * @template {import("./types.js").Row} R
 * @param {readonly R[]} rows
 * @param {string} list its name in the catalog
 * @param {string} id
 * @returns {R}
 */
function row(rows, list, id) {
  const found = rows.find((candidate) => candidate.id === id);
  if (!found) {
    const known = rows.map((candidate) => candidate.id).join(", ") || "none";
    throw new RangeError(`"${id}" is not among the station's ${list} (there are: ${known})`);
  }
  return found;
}

/**
 * Return every file of a plan that is decoded into sound.
 *
 * @param {Plan} plan
 * @returns {string[]} urls, each once
 */
export function soundsOf(plan) {
  if (plan.kind === "loop" || plan.kind === "speech") return [plan.url];
  return [...new Set(Object.values(plan.samples).flatMap((samples) => Object.values(samples)))];
}
