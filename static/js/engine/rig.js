/** The whole sound graph on one Transport. It holds no state that matters: it can be built again from what the station knows. */

import { CUES, QUOTE_CUE } from "../core/cues.js";
import { notesInStep } from "../core/score.js";
import { STEPS_PER_BAR, STEPS_PER_BEAT, stepsToSeconds } from "../core/transport-time.js";
import { createLayer, FADES } from "./layer.js";
import { startLoopVoice } from "./loop-voice.js";
import { createMixer } from "./mixer.js";
import { startNoteVoice } from "./note-voice.js";
import { createQuoteLayer } from "./quote-layer.js";
import { startSpeechVoice } from "./speech-voice.js";

/** Seconds in which everything fades out for a pause. Longer than the look-ahead, whose cues are already given. */
const PAUSE_FADE = 0.3;
/** Seconds in which everything comes in after a pause. */
const RESUME_FADE = 0.12;
/** Seconds between asking for a start and the first sound, beyond the look-ahead. */
const START_DELAY = 0.02;
/** Seconds in which one ambience gives way to another. */
const AMBIENCE_FADE = 1.5;

/** @typedef {import("../core/types.js").Material} Material */
/** @typedef {import("../core/types.js").LoopMaterial} LoopMaterial */
/** @typedef {import("../core/types.js").NotesMaterial} NotesMaterial */

/**
 * What the rig tells, at the moment it is heard.
 *
 * @typedef {object} Listener
 * @property {(note: import("../core/types.js").NoteEvent, seconds: number) => void} note begins, and sounds for `seconds`
 * @property {(beat: number) => void} beat since bar 0
 * @property {(bar: number, music: LoopMaterial | NotesMaterial | null) => void} bar from 0, and the piece that sounds
 * @property {(quote: import("../core/types.js").SpeechMaterial | null) => void} quote what is being spoken
 */

/**
 * Build the rig into the current context, silent and standing at `step`.
 *
 * @param {typeof import("./tone.js")} tone
 * @param {object} parts
 * @param {Record<import("../core/types.js").SliderName, number>} parts.volumes 0 to 100
 * @param {number} parts.bpm
 * @param {number} parts.step
 * @param {() => boolean} parts.isVisible whether anybody sees the page
 * @param {Listener} parts.listener
 */
export function createRig(tone, { volumes, bpm, step: firstStep, isVisible, listener }) {
  const transport = tone.getTransport();
  transport.bpm.value = bpm;
  const ticksPerStep = transport.PPQ / STEPS_PER_BEAT;
  const mixer = createMixer(tone, volumes);

  const layers = {
    drums: loopLayer(mixer.inputs.drums),
    ambience: loopLayer(mixer.inputs.ambience),
    music: createLayer({
      startVoice: (/** @type {LoopMaterial | NotesMaterial} */ material, start) =>
        material.kind === "loop"
          ? startLoopVoice(tone, { ...start, material, bpm, output: mixer.inputs.music })
          : startNoteVoice(tone, { ...start, material, bpm, output: mixer.inputs.music }),
    }),
  };
  const quote = createQuoteLayer({
    startVoice: ({ buffer }, start) =>
      startSpeechVoice(tone, { ...start, buffer, output: mixer.inputs.quote }),
    bpm,
  });

  transport.scheduleRepeat((time) => layers.drums.cue(time, stepAt(time)), CUES.drums);
  transport.scheduleRepeat((time) => layers.ambience.cue(time, stepAt(time)), CUES.ambience);
  transport.scheduleRepeat((time) => layers.music.cue(time, stepAt(time)), CUES.music);
  transport.schedule((time) => quote.bar(time, stepAt(time)), QUOTE_CUE);
  transport.scheduleRepeat(playStep, "16n");

  let running = false;
  let steps = 0;
  /** @type {import("../core/types.js").SpeechMaterial | null} */
  let spoken = null;
  let resumeTicks = firstStep * ticksPerStep;
  /** Context seconds until which the Transport's course is settled. */
  let settled = 0;

  /** @param {number} time context seconds */
  function playStep(time) {
    steps += 1;
    const step = stepAt(time);
    if (step % STEPS_PER_BAR === 0) {
      for (const layer of [layers.drums, layers.ambience, layers.music, quote])
        layer.bar(time, step);
      tellBar(time, step);
    }
    layers.music.playStep(time, step);
    if (quote.at(step) !== spoken) {
      spoken = quote.at(step);
      const now = spoken;
      tell(() => listener.quote(now), time);
    }
    if (isVisible()) drawStep(time, step);
  }

  /** @param {number} time @param {number} step */
  function drawStep(time, step) {
    const draw = tone.getDraw();
    if (step % STEPS_PER_BEAT === 0)
      draw.schedule(() => listener.beat(step / STEPS_PER_BEAT), time);
    const score = layers.music.material()?.score;
    for (const note of score ? notesInStep(score, step) : [])
      draw.schedule(
        () => listener.note(note, stepsToSeconds(note.length, { bpm })),
        time + stepsToSeconds(note.time % 1, { bpm }),
      );
  }

  /** @param {number} time @returns {number} the whole step that a callback's time stands for */
  function stepAt(time) {
    return Math.round(transport.getTicksAtTime(time) / ticksPerStep);
  }

  /** @param {number} time @param {number} step */
  function tellBar(time, step) {
    tell(() => listener.bar(Math.floor(step / STEPS_PER_BAR), layers.music.material()), time);
  }

  /** Tell something when it is heard; a hidden page draws no frames, and is told at once. @param {() => void} news @param {number} time */
  function tell(news, time) {
    if (isVisible()) tone.getDraw().schedule(news, time);
    else news();
  }

  /** @param {import("tone/build/esm/core/context/ToneAudioNode.js").ToneAudioNode} output */
  function loopLayer(output) {
    return createLayer({
      startVoice: (/** @type {LoopMaterial} */ material, start) =>
        startLoopVoice(tone, { ...start, material, bpm, output }),
    });
  }

  return {
    setVolume: mixer.setVolume,
    /** Take another material in: at the next bar line, the ambience at once. @param {import("../core/types.js").LayerName} layer @param {Material} material */
    offer(layer, material) {
      if (layer === "quote") quote.offer(/** @type {any} */ (material));
      else layers[layer].offer(/** @type {any} */ (material));
      if (layer === "ambience" && running) {
        const time = tone.now() + START_DELAY;
        const step = transport.getTicksAtTime(time) / ticksPerStep;
        layers.ambience.changeNow(time, step, AMBIENCE_FADE);
      }
    },
    /** Play on from where the rig stands. */
    start() {
      if (running) return;
      running = true;
      const time = Math.max(tone.now() + START_DELAY, settled);
      const step = resumeTicks / ticksPerStep;
      transport.start(time, `${resumeTicks}i`);
      const fade = step === 0 ? FADES.enter : RESUME_FADE;
      for (const layer of [layers.drums, layers.ambience, layers.music, quote])
        layer.start(time, step, fade);
      tellBar(time, step);
      mixer.fade(1, { from: time - START_DELAY, seconds: START_DELAY });
      settled = time;
    },
    /** Fade out and stand still. */
    pause() {
      if (!running) return;
      running = false;
      const now = tone.immediate();
      const time = Math.max(now + PAUSE_FADE, settled + START_DELAY);
      mixer.fade(0, { from: now, seconds: time - now });
      resumeTicks = Math.round(transport.getTicksAtTime(time));
      transport.pause(time);
      for (const layer of [layers.drums, layers.ambience, layers.music, quote])
        layer.stop(time, 0.01);
      settled = time + START_DELAY;
    },
    /** Where the rig stands, in steps. */
    step: () => (running ? transport.getTicksAtTime(tone.immediate()) : resumeTicks) / ticksPerStep,
    /** Signs of life. @returns {import("../core/health.js").Pulse} */
    pulse: () => ({ time: tone.immediate(), ticks: steps }),
  };
}
