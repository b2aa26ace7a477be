/** One looping layer: what it holds, what is to come, and the voice that sounds. */

/** @typedef {import("../core/types.js").Material} Material */

/**
 * @typedef {object} Voice
 * @property {number} startedAt context seconds
 * @property {(time: number, fade: number) => void} stop fade out from `time` on, in seconds
 * @property {(time: number, step: number) => void} [playStep] sound what begins in this step
 */

/** Seconds. Fades long enough that nothing clicks, and short enough that a first beat keeps its edge. */
export const FADES = {
  seam: 0.015, // the same material overlaps itself in phase: nobody hears this
  enter: 0.002, // another choice comes in on its bar line
  leave: 0.08, // and this is how the old one goes
};

/** Seconds within which a voice is too young to be replaced by its own kind. */
const YOUNG = 2;

/**
 * Return a layer.
 *
 * @template {Material} M
 * @param {object} parts
 * @param {(material: M, start: {time: number, step: number, fade: number}) => Voice} parts.startVoice
 */
export function createLayer({ startVoice }) {
  /** @type {M | null} */
  let material = null;
  /** @type {M | null} */
  let pending = null;
  /** @type {Voice | null} */
  let voice = null;

  /**
   * @param {number} time
   * @param {number} step
   * @param {{enter: number, leave: number}} fades
   */
  function replace(time, step, { enter, leave }) {
    if (!material) return;
    voice?.stop(time, leave);
    voice = startVoice(material, { time, step, fade: enter });
  }

  /** @param {number} time @param {number} step @param {{enter: number, leave: number}} fades */
  function takePending(time, step, fades) {
    material = pending ?? material;
    pending = null;
    replace(time, step, fades);
  }

  return {
    /** Hold another material until the next line, or until the layer starts. @param {M} next */
    offer(next) {
      pending = next;
    },
    /** Begin to sound where the station is. @param {number} time @param {number} step @param {number} fade seconds */
    start(time, step, fade) {
      takePending(time, step, { enter: fade, leave: fade });
    },
    /** A bar line has come: let in what waits. @param {number} time @param {number} step */
    bar(time, step) {
      if (pending) takePending(time, step, FADES);
    },
    /** The layer's own cue has come: begin afresh, over the last voice. @param {number} time @param {number} step */
    cue(time, step) {
      if (pending) takePending(time, step, FADES);
      else if (voice && !voice.playStep && time - voice.startedAt > YOUNG)
        replace(time, step, { enter: FADES.seam, leave: FADES.seam });
    },
    /** Let in what waits without waiting for a line. @param {number} time @param {number} step @param {number} fade */
    changeNow(time, step, fade) {
      if (pending) takePending(time, step, { enter: fade, leave: fade });
    },
    /** Sound what begins in this step. @param {number} time @param {number} step */
    playStep(time, step) {
      voice?.playStep?.(time, step);
    },
    /** @param {number} time @param {number} fade seconds */
    stop(time, fade) {
      voice?.stop(time, fade);
      voice = null;
    },
    /** What the layer sounds, or sounded last. */
    material: () => material,
  };
}
