/** One layer's choices and its volume, built from rows. */

import { element } from "./element.js";
import { createVolumeSlider } from "./volume-slider.js";

/** @typedef {import("../core/types.js").LayerName} LayerName */
/** @typedef {import("../core/types.js").State} State */

/** What a group says of its layer. */
const STATUS = { idle: "", loading: "loading", ready: "", failed: "failed" };

/**
 * Return a radio group.
 *
 * @param {object} parts
 * @param {LayerName} parts.layer
 * @param {string} parts.name what people call the layer
 * @param {import("../core/options.js").OptionGroup[]} parts.groups
 * @param {(key: string) => void} parts.onChoose
 * @param {(position: number) => void} parts.onVolume
 * @param {Record<string, Node>} [parts.actions] what can be done with an option, by its key
 */
export function createChoiceGroup({ layer, name, groups, onChoose, onVolume, actions = {} }) {
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();
  const slider = createVolumeSlider({ name, onMove: onVolume });
  const titleId = `${layer}-title`;
  // Beside the legend, not within: the group keeps its name. Failures are said aloud as messages.
  const status = element("span", { class: "status", "aria-hidden": "true" });
  const root = element(
    "fieldset",
    { class: "group", role: "radiogroup", "aria-labelledby": titleId },
    element("legend", { id: titleId }, name),
    status,
    slider.root,
    ...groups.flatMap(optionList),
  );

  /** @param {import("../core/options.js").OptionGroup} group */
  function optionList({ heading, options }) {
    const rows = options.map(optionRow);
    const list = rows.length
      ? element("div", { class: "options" }, ...rows)
      : element("p", { class: "empty" }, "Nothing here yet.");
    return heading ? [element("h3", {}, heading), list] : [list];
  }

  /** @param {import("../core/options.js").Option} option */
  function optionRow({ key, label, detail }) {
    const id = `${layer}-${key.replace(":", "-")}`;
    const input = element("input", {
      type: "radio",
      name: layer,
      id,
      change: () => onChoose(key),
      ...(detail && { "aria-describedby": `${id}-detail` }),
    });
    inputs.set(key, input);
    return element(
      "div",
      { class: "option" },
      input,
      element("label", { for: id }, label),
      ...(detail ? [element("span", { class: "detail", id: `${id}-detail` }, detail)] : []),
      ...(key in actions ? [actions[key]] : []),
    );
  }

  return {
    root,
    /** @param {State} state */
    show(state) {
      const chosen = state.choices[layer];
      for (const [key, input] of inputs) input.checked = key === chosen;
      status.textContent = STATUS[state.layers[layer].status];
      slider.show(state.volumes[layer]);
    },
  };
}
