/** The notes as lanterns in the scene, drawn with p5 on the picture's own pixel grid. */

import { lanternAt, lanternOf } from "../core/lantern.js";

/** Frames a second; calm enough to read beside, and light on the machine. */
const FRAME_RATE = 30;
/** Lights at once, so that a storm of notes stays a picture. */
const MOST = 60;
/** Seconds in which a beat's glow dies away. */
const BEAT = 0.5;
/** The longest step of the picture's time in seconds; a longer one was a pause, in which nothing moved. */
const LONGEST_FRAME = 0.1;

const DESCRIPTION =
  "Lights rise over the scene, one for each note: low notes on the left, high ones on the right, larger when played louder.";

/** @typedef {import("p5").default} P5 */
/** @typedef {import("../core/pixel-fit.js").PixelFit} PixelFit */
/** @typedef {{fit: PixelFit, art: {width: number, height: number}}} Place */
/** @typedef {{lantern: import("../core/lantern.js").Lantern, born: number}} Light */

/**
 * Return a visualizer that is empty until it is opened, and draws only while it moves.
 *
 * @param {HTMLElement} container
 */
export function createVisualizer(container) {
  /** @type {P5 | null} */
  let sketch = null;
  /** @type {Place | null} */
  let place = null;
  /** @type {import("../core/types.js").Palette | null} */
  let palette = null;
  /** @type {Light[]} */
  let lights = [];
  let moving = false;
  /** Seconds that the picture has moved. */
  let time = 0;
  let pulse = { at: -BEAT, strength: 0 };

  /** Follow everything that was told before p5 had arrived, or has changed since. */
  function follow() {
    if (!sketch || !place) return;
    const { fit, art } = place;
    if (sketch.width !== art.width || sketch.height !== art.height)
      sketch.resizeCanvas(art.width, art.height, true);
    const { style } = /** @type {HTMLCanvasElement} */ (container.querySelector("canvas"));
    style.width = `${art.width * fit.scale}px`;
    style.height = `${art.height * fit.scale}px`;
    style.left = `${fit.left}px`;
    style.top = `${fit.top}px`;
    if (moving) sketch.loop();
    else sketch.noLoop();
  }

  /** @param {P5} canvas */
  function drawFrame(canvas) {
    canvas.clear();
    time += Math.min(canvas.deltaTime / 1000, LONGEST_FRAME);
    lights = lights.filter(({ lantern, born }) => time - born < lantern.life).slice(-MOST);
    if (!place || !palette) return;
    const { seen } = place.fit;
    const beat = pulse.strength * Math.max(0, 1 - (time - pulse.at) / BEAT);
    const core = canvas.color(palette.text);
    const colours = {
      melody: canvas.color(palette.glow),
      chords: canvas.color(palette.accent),
      bass: canvas.lerpColor(canvas.color(palette.accent), canvas.color(palette.glow), 0.5),
    };
    for (const { lantern, born } of lights) {
      const { dx, dy, light } = lanternAt(lantern, time - born);
      drawLantern(canvas, {
        x: Math.round(seen.x + lantern.x * seen.width + dx),
        y: Math.round(seen.y + lantern.ground * seen.height + dy),
        radius: lantern.radius,
        light,
        beat,
        colour: colours[lantern.voice],
        core,
      });
    }
  }

  return {
    /**
     * Begin to draw.
     *
     * @param {typeof import("p5").default} P5
     */
    open(P5) {
      new P5((/** @type {P5} */ canvas) => {
        canvas.setup = () => {
          canvas.pixelDensity(1);
          canvas.createCanvas(1, 1);
          canvas.frameRate(FRAME_RATE);
          canvas.noStroke();
          canvas.describe(DESCRIPTION);
          sketch = canvas;
          follow();
        };
        canvas.draw = () => drawFrame(canvas);
      }, container);
    },
    /** A note begins. @param {import("../core/types.js").NoteEvent} note @param {number} seconds that it sounds */
    note(note, seconds) {
      if (moving) lights.push({ lantern: lanternOf(note, seconds), born: time });
    },
    /** A beat comes; the first of a bar is felt more. @param {number} beat since bar 0 */
    beat(beat) {
      pulse = { at: time, strength: beat % 4 ? 0.5 : 1 };
    },
    /** Lie on the picture, pixel on pixel. @param {Place} next */
    lieOn(next) {
      place = next;
      follow();
    },
    /** @param {import("../core/types.js").Palette} next */
    wear(next) {
      palette = next;
    },
    /** @param {{isMoving: boolean}} motion */
    set({ isMoving }) {
      moving = isMoving;
      follow();
    },
  };
}

/**
 * Draw one light: a bright core, a body of its colour, and a halo dithered as pixel artists blend.
 *
 * @param {P5} canvas
 * @param {{x: number, y: number, radius: number, light: number, beat: number, colour: import("p5").default.Color, core: import("p5").default.Color}} look
 */
function drawLantern(canvas, { x, y, radius, light, beat, colour, core }) {
  const halo = Math.round(radius * (2.6 + beat));
  for (let row = -halo; row <= halo; row++)
    for (let column = -halo; column <= halo; column++) {
      const distance = Math.hypot(row, column);
      const isBody = Math.abs(row) + Math.abs(column) <= radius;
      if (!isBody && (distance > halo || (x + column + y + row) % 2)) continue;
      const paint = row === 0 && column === 0 ? core : colour;
      paint.setAlpha(255 * light * (isBody ? 1 : 0.5 * (1 - distance / (halo + 1))));
      canvas.fill(paint);
      canvas.rect(x + column, y + row, 1, 1);
    }
}
