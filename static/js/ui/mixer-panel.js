/** The panel in which everything is chosen and balanced. */

import { LIVE, layerOptions } from "../core/options.js";
import { createChoiceGroup } from "./choice-group.js";
import { element } from "./element.js";
import { createVolumeSlider } from "./volume-slider.js";

const NAMES = { drums: "Drums", ambience: "Ambience", quote: "Quote", music: "Music" };
/** The order in which the groups stand: what people change most comes first. */
const ORDER = /** @type {const} */ (["music", "drums", "ambience", "quote"]);

/** @typedef {import("../core/types.js").LayerName} LayerName */

/**
 * Return the panel.
 *
 * @param {object} parts
 * @param {import("../core/types.js").Catalog} parts.catalog
 * @param {(layer: LayerName, key: string) => void} parts.onChoose
 * @param {(slider: import("../core/types.js").SliderName, position: number) => void} parts.onVolume
 * @param {() => void} parts.onNewSolo
 */
export function createMixerPanel({ catalog, onChoose, onVolume, onNewSolo }) {
  const master = createVolumeSlider({
    name: "Master",
    onMove: (position) => onVolume("master", position),
  });
  const newSolo = element(
    "button",
    { type: "button", class: "small", click: onNewSolo },
    "New solo",
  );
  const groups = ORDER.map((layer) =>
    createChoiceGroup({
      layer,
      name: NAMES[layer],
      groups: layerOptions(catalog, layer),
      onChoose: (key) => onChoose(layer, key),
      onVolume: (position) => onVolume(layer, position),
      actions: layer === "music" ? { [LIVE]: newSolo } : {},
    }),
  );
  const root = element(
    "section",
    { class: "panel", id: "mixer", "aria-label": "Mixer" },
    element("div", { class: "group master" }, element("h2", {}, "Master"), master.root),
    ...groups.map((group) => group.root),
  );
  return {
    root,
    /** @param {import("../core/types.js").State} state */
    show(state) {
      master.show(state.volumes.master);
      for (const group of groups) group.show(state);
    },
  };
}
