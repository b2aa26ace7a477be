/** The bar along the bottom: Play, what is playing, and the way to the mixer. */

import { element } from "./element.js";

/** @typedef {import("../core/types.js").State} State */

/**
 * Return the bar.
 *
 * @param {{onToggle: () => void, panel: HTMLElement}} parts
 */
export function createPlayerBar({ onToggle, panel }) {
  const play = element("button", { type: "button", class: "play", click: onToggle }, "Play");
  const title = element("p", { class: "title" });
  const bars = element("p", { class: "bars" });
  const progress = element("progress", { "aria-label": "Bars played" });
  const mixer = element(
    "button",
    {
      type: "button",
      class: "mixer",
      "aria-controls": panel.id,
      click: () => open(panel.hidden === true),
    },
    "Mixer",
  );
  open(window.matchMedia(WIDE).matches);

  /** @param {boolean} shown */
  function open(shown) {
    panel.hidden = !shown;
    mixer.setAttribute("aria-expanded", String(shown));
  }

  return {
    root: element(
      "footer",
      { class: "bar" },
      play,
      element("div", { class: "now" }, title, bars, progress),
      mixer,
    ),
    /** @param {State} state */
    show({ phase, music, bar, layers }) {
      const isOn = phase === "playing" || phase === "starting";
      play.textContent = isOn ? "Pause" : "Play";
      play.dataset.phase = phase;
      title.textContent = music?.title ?? INVITATION[phase];
      bars.textContent = music ? `bar ${(bar % music.bars) + 1} of ${music.bars}` : hint(layers);
      progress.hidden = !music;
      progress.max = music?.bars ?? 1;
      progress.value = music ? (bar % music.bars) + 1 : 0;
    },
  };
}

/** Where the panel leaves most of the picture free, and is open at first. */
const WIDE = "(min-width: 60rem)";

/** What stands where the title will be. */
const INVITATION = {
  idle: "Press Play",
  starting: "Tuning in…",
  playing: "No music yet",
  paused: "Paused",
};

/** @param {State["layers"]} layers */
function hint(layers) {
  const states = Object.values(layers);
  const ready = states.filter(({ status }) => status === "ready").length;
  return states.some(({ status }) => status === "loading")
    ? `${ready} of ${states.length} layers here`
    : "take your time";
}
