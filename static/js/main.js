/** The station's page: everything is made here and told of each other, and nowhere else. */

import { createRequests } from "./api/request.js";
import { noticesOf } from "./core/messages.js";
import { planFor } from "./core/plan.js";
import {
  became,
  chosen,
  initialState,
  LAYERS,
  layerBecame,
  layersToLoad,
  SLIDERS,
  soloRequested,
  volumeSet,
} from "./core/state.js";
import { createStore } from "./core/store.js";
import { tempoOf } from "./core/tempo.js";
import { createMaterialLoader } from "./engine/materials.js";
import { createSounds, decodeSound } from "./engine/sounds.js";
import { createStation } from "./engine/station.js";
import * as tone from "./engine/tone.js";
import { createCaption } from "./ui/caption.js";
import { listenToKeys } from "./ui/keyboard.js";
import { createMessages } from "./ui/messages.js";
import { createMixerPanel } from "./ui/mixer-panel.js";
import { findPage } from "./ui/page.js";
import { createPlayerBar } from "./ui/player-bar.js";
import { createSceneView } from "./ui/scene-view.js";
import {
  claimPlayback,
  isOnline,
  isVisible,
  onSurroundings,
  wantsStillness,
} from "./ui/surroundings.js";
import { createVisualizer } from "./visuals/visualizer.js";

/** Seeds of live solos, small enough to say aloud. */
const SEEDS = 1_000_000;
const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] % SEEDS;

const requests = createRequests((url) => fetch(url));
const page = findPage();
const messages = createMessages(page.messages);
claimPlayback();
open();

/** Read the catalog and set the station up; without it, say so and offer to try again. */
async function open() {
  messages.show([]);
  page.opening.hidden = false;
  try {
    setUp(await requests.readCatalog());
  } catch (error) {
    page.opening.hidden = true;
    const text = `The station did not open: ${/** @type {Error} */ (error).message}.`;
    messages.show([{ id: "catalog", text, onRetry: open }]);
  }
}

/** @param {import("./core/types.js").Catalog} catalog */
function setUp(catalog) {
  const store = createStore(initialState(catalog, { seed: newSeed() }));
  const bpm = tempoOf(catalog);
  const sounds = createSounds({ readBytes: requests.readBytes, decode: decodeSound });
  const visualizer = createVisualizer(page.stage);
  let isVisualizerAskedFor = false;
  const station = createStation(tone, {
    load: createMaterialLoader({ getSound: sounds.get, readJson: requests.readJson, bpm }),
    keepOnly: sounds.keepOnly,
    volumes: store.get().volumes,
    bpm,
    every: (action, seconds) => setInterval(action, seconds * 1000),
    wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    isVisible,
    listener: {
      phase: (phase) => store.update(became({ phase })),
      layer: (layer, now) => store.update(layerBecame(layer, now)),
      fault: (fault) => store.update(became({ fault })),
      quote: (caption) => store.update(became({ caption })),
      bar(bar, music) {
        store.update(became({ bar, music }));
        loadVisualizer();
      },
      beat: visualizer.beat,
      note: visualizer.note,
    },
  });

  const panel = createMixerPanel({
    catalog,
    onChoose: (layer, key) => store.update(chosen(layer, key)),
    onVolume: (slider, position) => store.update(volumeSet(slider, position)),
    onNewSolo: () => store.update(soloRequested(newSeed())),
  });
  const bar = createPlayerBar({ panel: panel.root, onToggle: toggle });
  const caption = createCaption();
  const scene = createSceneView(page.scene, { onPlace: visualizer.lieOn });
  // The bar before the panel: Play is the first thing a keyboard reaches, and Mixer comes before what it opens.
  page.station.replaceChildren(caption.root, bar.root, panel.root);

  for (const layer of LAYERS) load(layer);
  store.subscribe((state, before) => {
    for (const layer of layersToLoad(state, before)) load(layer);
    for (const slider of SLIDERS)
      if (state.volumes[slider] !== before.volumes[slider])
        station.setVolume(slider, state.volumes[slider]);
    show();
  });
  onSurroundings(show);
  listenToKeys(toggle);

  function show() {
    const state = store.get();
    panel.show(state);
    bar.show(state);
    caption.show(state);
    messages.show(
      noticesOf(state, { isOnline: isOnline() }).map(({ layer, ...notice }) => ({
        ...notice,
        ...(layer && { onRetry: () => load(layer) }),
      })),
    );
    const ambience = catalog.ambience.find(({ id }) => id === state.choices.ambience);
    if (ambience) {
      scene.show(ambience.scene);
      visualizer.wear(ambience.scene.palette);
    }
    visualizer.set({ isMoving: state.phase === "playing" && isVisible() && !wantsStillness() });
  }

  /** @param {import("./core/types.js").LayerName} layer */
  function load(layer) {
    const { choices, seed } = store.get();
    const key = choices[layer];
    if (key === null) return;
    try {
      station.choose(layer, planFor(catalog, layer, key, { seed }));
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      store.update(layerBecame(layer, { status: "failed", message }));
    }
  }

  function toggle() {
    const { phase } = store.get();
    if (phase === "playing" || phase === "starting") station.pause();
    else station.play().catch(sayWhyNot);
  }

  /** @param {Error} error */
  function sayWhyNot({ message }) {
    store.update(became({ phase: "paused", fault: `The sound could not start: ${message}.` }));
  }

  /** p5 is larger than all the rest, so it comes when music already sounds; if it fails, the next bar tries. */
  function loadVisualizer() {
    if (isVisualizerAskedFor) return;
    isVisualizerAskedFor = true;
    import("./visuals/p5.js").then(
      ({ default: P5 }) => visualizer.open(P5),
      () => {
        isVisualizerAskedFor = false;
      },
    );
  }
}
