/** A looping file that sounds from a moment on, in phase with the station. */

import { phaseInLoop } from "../core/cues.js";
import { STEPS_PER_BAR, stepsToSeconds } from "../core/transport-time.js";

/** Seconds that a source needs from being made to sounding on time. */
const HEADROOM = 0.005;

/**
 * Start `material` at `time`, as far into its loop as the station is at `step`.
 *
 * The source loops by itself, exact to the sample, so it would go on for ever if no cue came. When the
 * callback is so late that `time` has passed, it starts now and that much further in.
 *
 * @param {typeof import("./tone.js")} tone
 * @param {object} start
 * @param {import("../core/types.js").LoopMaterial} start.material
 * @param {import("tone/build/esm/core/context/ToneAudioNode.js").ToneAudioNode} start.output
 * @param {number} start.time context seconds
 * @param {number} start.step of the station at `time`
 * @param {number} start.bpm
 * @param {number} start.fade seconds from silence to full
 * @returns {import("./layer.js").Voice}
 */
export function startLoopVoice(tone, { material, output, time, step, bpm, fade }) {
  const source = new tone.ToneBufferSource({
    url: material.buffer,
    loop: true,
    loopEnd: stepsToSeconds(material.bars * STEPS_PER_BAR, { bpm }),
    fadeIn: fade,
    curve: "linear",
    onended: () => {}, // Tone frees a source's nodes only where somebody waits for its end
  }).connect(output);
  const late = Math.max(0, tone.immediate() + HEADROOM - time);
  const start = toFrame(time + late);
  source.start(start, stepsToSeconds(phaseInLoop(step, material), { bpm }) + late);
  return {
    startedAt: time,
    stop(at, fadeOut) {
      source.fadeOut = fadeOut;
      source.stop(Math.max(at, start + fade));
    },
  };

  /** @param {number} seconds @returns {number} the nearest whole frame, where no interpolation blurs */
  function toFrame(seconds) {
    const { sampleRate } = tone.getContext();
    return Math.round(seconds * sampleRate) / sampleRate;
  }
}
