/** A score performed on sampled instruments from a moment on. */

import { pitchToFrequency } from "../core/pitch.js";
import { notesInStep, notesSoundingAt } from "../core/score.js";
import { stepsToSeconds } from "../core/transport-time.js";

/** Decibels of each voice, as training/studio/solos.py mixes rendered solos. */
const BALANCE = { melody: 0, chords: -3, bass: 0 };

/** Seconds in which a released note dies away. */
const RELEASE = 0.35;

/** How strongly velocity is heard: 2 would be a piano's 40 dB, 1 too even. */
const VELOCITY_CURVE = 1.5;

/** @typedef {import("../core/types.js").NoteEvent} NoteEvent */
/** @typedef {import("../core/types.js").VoiceName} VoiceName */

/**
 * Start performing `material` at `time`. Notes held over from before that moment are struck softly, so
 * that coming in between two chords does not leave a hole.
 *
 * @param {typeof import("./tone.js")} tone
 * @param {object} start
 * @param {import("../core/types.js").NotesMaterial} start.material
 * @param {import("tone/build/esm/core/context/ToneAudioNode.js").ToneAudioNode} start.output
 * @param {number} start.time context seconds
 * @param {number} start.step of the station at `time`
 * @param {number} start.bpm
 * @returns {import("./layer.js").Voice}
 */
export function startNoteVoice(tone, { material, output, time, step, bpm }) {
  const { score, samples } = material;
  const gain = new tone.Gain(1).connect(output);
  const samplers = {
    melody: createSampler("melody"),
    chords: createSampler("chords"),
    bass: createSampler("bass"),
  };
  for (const event of notesSoundingAt(score, step)) strike(event, time, 0.6);

  return {
    startedAt: time,
    playStep(at, now) {
      for (const event of notesInStep(score, now))
        strike(event, at + stepsToSeconds(event.time % 1, { bpm }), 1);
    },
    stop(at, fade) {
      gain.gain.setValueAtTime(1, at);
      gain.gain.linearRampToValueAtTime(0, at + fade);
      const context = tone.getContext();
      context.setTimeout(dispose, at + fade - context.currentTime);
    },
  };

  /**
   * @param {NoteEvent} event
   * @param {number} at context seconds
   * @param {number} touch 0 to 1
   */
  function strike({ voice, pitch, length, velocity }, at, touch) {
    samplers[voice].triggerAttackRelease(
      pitchToFrequency(pitch),
      stepsToSeconds(length, { bpm }),
      at,
      touch * (velocity / 127) ** VELOCITY_CURVE,
    );
  }

  /** @param {VoiceName} voice */
  function createSampler(voice) {
    return new tone.Sampler({
      urls: samples[voice],
      release: RELEASE,
      volume: BALANCE[voice],
    }).connect(gain);
  }

  function dispose() {
    for (const sampler of Object.values(samplers)) sampler.dispose();
    gain.dispose();
  }
}
