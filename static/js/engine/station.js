/** The station: given what is chosen, it makes it sound. All it knows is outside the graph. */

import { FAULTS } from "../core/health.js";
import { soundsOf } from "../core/plan.js";
import { LAYERS } from "../core/state.js";
import { createLoader } from "./loader.js";
import { createRig } from "./rig.js";
import { SAMPLE_RATE } from "./sounds.js";
import { watchPulse } from "./watch.js";

/** Seconds that Play waits for every layer before it starts with those that have come. */
const PATIENCE = 0.6;
/** Seconds by which events are scheduled ahead of their sound. */
const LOOK_AHEAD = 0.2;

/** @typedef {import("../core/types.js").LayerName} LayerName */
/** @typedef {import("../core/types.js").Material} Material */
/** @typedef {import("../core/types.js").Plan} Plan */

/**
 * @typedef {import("./rig.js").Listener & {
 *   phase: (phase: import("../core/types.js").Phase) => void,
 *   layer: (layer: LayerName, now: import("../core/types.js").LayerState) => void,
 *   fault: (message: string | null) => void,
 * }} StationListener
 */

/**
 * Return a station that is silent until `play`.
 *
 * @param {typeof import("./tone.js")} tone
 * @param {object} parts
 * @param {(plan: Plan) => Promise<Material>} parts.load
 * @param {(urls: ReadonlySet<string>) => void} parts.keepOnly lets go of all other sounds
 * @param {Record<import("../core/types.js").SliderName, number>} parts.volumes 0 to 100
 * @param {number} parts.bpm
 * @param {(action: () => void, seconds: number) => void} parts.every calls again and again
 * @param {(seconds: number) => Promise<void>} parts.wait
 * @param {() => boolean} parts.isVisible whether anybody sees the page
 * @param {StationListener} parts.listener
 */
export function createStation(tone, parts) {
  const { load, keepOnly, bpm, every, wait, isVisible, listener } = parts;
  /** @type {Partial<Record<LayerName, Material>>} */
  const materials = {};
  let volumes = parts.volumes;
  let isPlaying = false;
  let isDead = false;
  /** @type {ReturnType<typeof createRig> | null} */
  let rig = null;

  /** @type {(material: Material) => void} */
  let onFirst;
  /** @type {Promise<Material>} */
  const first = new Promise((resolve) => {
    onFirst = resolve;
  });
  /** @type {Partial<Record<LayerName, Promise<void>>>} */
  const loading = {};
  const loaders = {
    drums: loaderFor("drums"),
    ambience: loaderFor("ambience"),
    quote: loaderFor("quote"),
    music: loaderFor("music"),
  };
  const watch = watchPulse({
    every,
    pulse: () => (isPlaying && rig ? rig.pulse() : null),
    onLook,
  });

  /** @param {LayerName} layer */
  function loaderFor(layer) {
    return createLoader({
      load,
      onReady(material) {
        materials[layer] = material;
        rig?.offer(layer, material);
        onFirst(material);
      },
      onStatus: (now) => listener.layer(layer, now),
    });
  }

  /** A context that stands still is replaced once; if the fresh one stands too, the listener is told. @param {keyof typeof FAULTS | null} wrong */
  function onLook(wrong) {
    const isNews = wrong === "stalled" && !isDead;
    isDead = wrong === "stalled";
    if (isNews) {
      const fresh = rebuild();
      tone.start().then(() => isPlaying && start(fresh));
    } else listener.fault(wrong && FAULTS[wrong]);
  }

  /** Build the graph in a fresh context, where the last one stood. */
  function rebuild() {
    const step = Math.floor(rig?.step() ?? 0);
    tone.setContext(
      new tone.Context({ latencyHint: "playback", lookAhead: LOOK_AHEAD, sampleRate: SAMPLE_RATE }),
      rig !== null,
    );
    rig = createRig(tone, { volumes, bpm, step, isVisible, listener });
    for (const layer of LAYERS) {
      const material = materials[layer];
      if (material) rig.offer(layer, material);
    }
    return rig;
  }

  /** @param {ReturnType<typeof createRig>} ready */
  function start(ready) {
    ready.start();
    watch.forget();
    listener.phase("playing");
  }

  return {
    /** Fetch what a layer is to play; it sounds as soon as it may. @param {LayerName} layer @param {Plan} plan */
    choose(layer, plan) {
      loading[layer] = loaders[layer].want(plan);
      const wanted = LAYERS.map((name) => loaders[name].wanted()).filter((plan) => plan !== null);
      keepOnly(new Set(wanted.flatMap(soundsOf)));
    },
    /** Start the sound. Must be called within a click or key press, before anything is awaited. */
    async play() {
      isPlaying = true;
      const ready = rig && !isDead ? rig : rebuild();
      const allowed = tone.start();
      listener.phase("starting");
      await allowed;
      await Promise.race([Promise.all(Object.values(loading)), wait(PATIENCE).then(() => first)]);
      if (!isPlaying || rig !== ready) return;
      start(ready);
      listener.fault(null);
    },
    /** Fade out and keep the place. */
    pause() {
      isPlaying = false;
      rig?.pause();
      listener.phase("paused");
    },
    /** @param {import("../core/types.js").SliderName} slider @param {number} position 0 to 100 */
    setVolume(slider, position) {
      volumes = { ...volumes, [slider]: position };
      rig?.setVolume(slider, position);
    },
  };
}
