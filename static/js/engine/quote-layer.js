/** The spoken quote: once, on its cue. */

import { QUOTE_STEP } from "../core/cues.js";
import { stepsToSeconds } from "../core/transport-time.js";

/** @typedef {import("../core/types.js").SpeechMaterial} SpeechMaterial */

/** Seconds; speech begins and ends in silence, this is for the pause in between. */
const FADE = 0.02;

/**
 * Return the layer of the quote. Whatever is offered is spoken once: on the cue, or on the first bar line
 * after it if it came later.
 *
 * @param {object} parts
 * @param {(material: SpeechMaterial, start: {time: number, offset: number, fade: number}) => {stop: (time: number, fade: number) => void}} parts.startVoice `offset` in seconds
 * @param {number} parts.bpm
 */
export function createQuoteLayer({ startVoice, bpm }) {
  /** @type {SpeechMaterial | null} */
  let waiting = null;
  /** @type {{material: SpeechMaterial, step: number, voice: {stop: (time: number, fade: number) => void}} | null} */
  let last = null;

  /** @param {SpeechMaterial} material @param {number} time @param {number} step where its first word stands @param {number} offset */
  function speak(material, time, step, offset) {
    last?.voice.stop(time, FADE);
    last = { material, step, voice: startVoice(material, { time, offset, fade: FADE }) };
  }

  /** @param {number} step @returns {{material: SpeechMaterial, offset: number} | null} `offset` in seconds */
  function spokenAt(step) {
    if (!last) return null;
    const offset = stepsToSeconds(step - last.step, { bpm });
    return offset < last.material.buffer.duration ? { material: last.material, offset } : null;
  }

  return {
    /** @param {SpeechMaterial} next */
    offer(next) {
      waiting = next;
    },
    /** The cue or a bar line has come. @param {number} time @param {number} step */
    bar(time, step) {
      if (!waiting || step < QUOTE_STEP) return;
      speak(waiting, time, step, 0);
      waiting = null;
    },
    /** Go on where a pause cut in. @param {number} time @param {number} step */
    start(time, step) {
      const { material, offset } = spokenAt(step) ?? {};
      if (last && material && offset) speak(material, time, last.step, offset);
    },
    /** @param {number} time @param {number} fade seconds */
    stop(time, fade) {
      last?.voice.stop(time, fade);
    },
    /** What is being spoken at a step. @param {number} step */
    at: (step) => spokenAt(step)?.material ?? null,
  };
}
