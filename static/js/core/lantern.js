/** A note as a light that rises while it sounds and then goes out. */

/** The pitches that span the picture from left to right: two octaves below the bass clef's top to the flute's. */
const LOWEST = 30;
const HIGHEST = 90;

/** Where each voice starts, as a share of the height, and how it carries itself. */
const VOICES = {
  melody: { ground: 0.62, rise: 9, size: 1, afterglow: 2.2 },
  chords: { ground: 0.72, rise: 5, size: 1.25, afterglow: 2.8 },
  bass: { ground: 0.82, rise: 2.5, size: 1.8, afterglow: 2 },
};

/** How far lights that rise together start apart, as a share of the height. */
const SCATTER = 0.05;

/** Seconds in which a light comes on. */
const KINDLING = 0.12;

/**
 * @typedef {object} Lantern
 * @property {import("./types.js").VoiceName} voice
 * @property {number} x across the view, 0 left to 1 right
 * @property {number} ground where it starts, 0 top to 1 bottom
 * @property {number} rise picture pixels a second
 * @property {number} radius of its body in picture pixels
 * @property {number} seconds that the note sounds
 * @property {number} life seconds until it is gone
 */

/**
 * Return the lantern of a note: pitch places it, velocity sizes it, its length keeps it alight.
 *
 * @param {import("./types.js").NoteEvent} note
 * @param {number} seconds that it sounds
 * @returns {Lantern}
 */
export function lanternOf({ voice, pitch, velocity }, seconds) {
  const { ground, rise, size, afterglow } = VOICES[voice];
  const across = Math.min(1, Math.max(0, (pitch - LOWEST) / (HIGHEST - LOWEST)));
  return {
    voice,
    x: 0.06 + 0.88 * across,
    ground: ground + SCATTER * Math.sin(pitch * 2.4),
    rise,
    radius: size * (0.8 + (2.2 * velocity) / 127),
    seconds,
    life: seconds + afterglow,
  };
}

/**
 * Return how a lantern looks at an age: how far it has risen and swayed, and how bright it is.
 *
 * @param {Lantern} lantern
 * @param {number} age seconds
 * @returns {{dx: number, dy: number, light: number}} picture pixels, upwards is below 0; light 0 to 1
 */
export function lanternAt({ x, rise, seconds, life }, age) {
  const kindled = Math.min(1, age / KINDLING);
  const fading = Math.max(0, age - seconds) / (life - seconds);
  return {
    dx: 2 * Math.sin(age * 0.9 + x * 40),
    dy: -rise * age,
    light: Math.max(0, kindled * (1 - fading) ** 2),
  };
}
