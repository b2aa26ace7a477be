/** The picture behind everything. */

import { coverByWholePixels } from "../core/pixel-fit.js";
import { element } from "./element.js";

/** @typedef {import("../core/types.js").Scene} Scene */

/**
 * Return the view of a scene, which fills `root` and lends the page its colours.
 *
 * @param {HTMLElement} root
 * @param {object} parts
 * @param {(place: {fit: import("../core/pixel-fit.js").PixelFit, art: {width: number, height: number}}) => void} parts.onPlace
 */
export function createSceneView(root, { onPlace }) {
  /** @type {Scene | null} */
  let scene = null;
  /** @type {HTMLImageElement | null} */
  let image = null;
  new ResizeObserver(place).observe(root);

  function place() {
    if (!image?.naturalWidth) return;
    const art = { width: image.naturalWidth, height: image.naturalHeight };
    const view = {
      width: root.clientWidth,
      height: root.clientHeight,
      pixelRatio: window.devicePixelRatio,
    };
    const fit = coverByWholePixels(view, art);
    for (const picture of root.querySelectorAll("img")) {
      picture.style.width = `${art.width * fit.scale}px`;
      picture.style.left = `${fit.left}px`;
      picture.style.top = `${fit.top}px`;
    }
    onPlace({ fit, art });
  }

  /** @param {Scene} next */
  function show(next) {
    if (next === scene) return;
    scene = next;
    for (const [name, colour] of Object.entries(next.palette))
      document.documentElement.style.setProperty(`--${name}`, colour);
    const picture = pictureOf(next, () => {
      if (scene !== next) return picture.remove();
      for (const old of [...root.children].slice(0, -1)) {
        old.classList.remove("shown");
        setTimeout(() => old.remove(), FADE);
      }
      image = picture.querySelector("img");
      place();
      picture.classList.add("shown");
    });
    root.append(picture);
  }

  return { show };
}

/** Milliseconds of the crossfade, as in main.css. */
const FADE = 1600;

/**
 * @param {Scene} scene
 * @param {() => void} onLoad
 */
function pictureOf({ description, gif, webp, still }, onLoad) {
  return element(
    "picture",
    {},
    element("source", { srcset: still, media: "(prefers-reduced-motion: reduce)" }),
    element("source", { srcset: webp, type: "image/webp" }),
    element("img", { src: gif, alt: description, load: onLoad }),
  );
}
