/** One layer's way from what was chosen to what has arrived, however often the choice changes. */

/** @typedef {import("../core/types.js").Plan} Plan */
/** @typedef {import("../core/types.js").Material} Material */

/**
 * Return a loader that reports only the latest thing that was wanted.
 *
 * @param {object} parts
 * @param {(plan: Plan) => Promise<Material>} parts.load
 * @param {(material: Material) => void} parts.onReady
 * @param {(layer: import("../core/types.js").LayerState) => void} parts.onStatus
 */
export function createLoader({ load, onReady, onStatus }) {
  /** @type {Plan | null} */
  let wanted = null;

  /** @param {Plan} plan */
  async function want(plan) {
    wanted = plan;
    onStatus({ status: "loading" });
    try {
      const material = await load(plan);
      if (wanted !== plan) return;
      onReady(material);
      onStatus({ status: "ready" });
    } catch (error) {
      if (wanted !== plan) return;
      onStatus({
        status: "failed",
        message: `“${plan.label}”: ${/** @type {Error} */ (error).message}`,
      });
    }
  }

  return {
    want,
    /** What was wanted last. */
    wanted: () => wanted,
  };
}
