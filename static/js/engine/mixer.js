/** Where the layers meet: their volumes, the station's colour, and a ceiling that nothing passes. */

import { LAYERS } from "../core/state.js";
import { sliderToGain } from "../core/volumes.js";

/** Seconds a slider takes to be heard, so that no movement clicks. */
const GLIDE = 0.04;

/** Gain that brings the layers, delivered with headroom, to the station's level. */
const MAKE_UP = 2.2;

/** The level no sample passes: 0.97 of full scale. */
const CEILING = 0.97;

/**
 * Build the mixer into the current context's destination.
 *
 * Layers -> bus -> gentle low-pass -> glue -> master -> fade gate -> limiter -> soft ceiling.
 *
 * @param {typeof import("./tone.js")} tone
 * @param {Record<import("../core/types.js").SliderName, number>} volumes 0 to 100
 */
export function createMixer(tone, volumes) {
  const gains =
    /** @type {Record<import("../core/types.js").LayerName, InstanceType<typeof tone.Gain>>} */ (
      Object.fromEntries(
        LAYERS.map((layer) => [layer, new tone.Gain(sliderToGain(volumes[layer]))]),
      )
    );
  const bus = new tone.Gain(MAKE_UP);
  const warmth = new tone.Filter({ type: "lowpass", frequency: 13_000, rolloff: -12, Q: 0.5 });
  const glue = new tone.Compressor({
    threshold: -20,
    ratio: 1.5,
    attack: 0.03,
    release: 0.3,
    knee: 10,
  });
  const master = new tone.Gain(sliderToGain(volumes.master));
  const gate = new tone.Gain(0);
  // Tone.Limiter has a knee of 30 dB, which lets peaks through; this one bends at once.
  const limiter = new tone.Compressor({
    threshold: -3,
    ratio: 20,
    attack: 0.002,
    release: 0.12,
    knee: 0,
  });
  const ceiling = new tone.WaveShaper(softCeiling, 4097);
  for (const gain of Object.values(gains)) gain.connect(bus);
  bus.chain(warmth, glue, master, gate, limiter, ceiling, tone.getDestination());

  return {
    inputs: gains,
    /** Follow a slider. @param {import("../core/types.js").SliderName} slider @param {number} position 0 to 100 */
    setVolume(slider, position) {
      const { gain } = slider === "master" ? master : gains[slider];
      gain.linearRampTo(sliderToGain(position), GLIDE, tone.immediate());
    },
    /** Let everything in or out. @param {0 | 1} level @param {{from: number, seconds: number}} ramp */
    fade(level, { from, seconds }) {
      gate.gain.linearRampTo(level, seconds, from);
    },
  };
}

/**
 * Return a sample bent so that it never passes the ceiling; quiet samples stay as they are.
 *
 * @param {number} sample -1 to 1
 * @returns {number}
 */
export function softCeiling(sample) {
  const straight = 0.8;
  const loudness = Math.abs(sample);
  if (loudness <= straight) return sample;
  const room = CEILING - straight;
  return Math.sign(sample) * (straight + room * Math.tanh((loudness - straight) / room));
}
