/** Pitches as people write them and as machines count them. */

const SEMITONES = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const ACCIDENTALS = { "": 0, "#": 1, b: -1 };

/**
 * Return the MIDI number of a note name: "C4" is 60.
 *
 * @param {string} name a letter, an optional # or b, and an octave
 * @returns {number}
 */
export function noteNameToPitch(name) {
  const parts = /^([A-G])([#b]?)(-?\d)$/.exec(name);
  if (!parts) throw new TypeError(`"${name}" is no note: expected a name as C4, F#3 or Bb5`);
  const semitone = SEMITONES[/** @type {keyof typeof SEMITONES} */ (parts[1])];
  const accidental = ACCIDENTALS[/** @type {keyof typeof ACCIDENTALS} */ (parts[2])];
  return 12 * (Number(parts[3]) + 1) + semitone + accidental;
}

/**
 * Return the frequency of a pitch in Hz, equal-tempered with A4 at 440 Hz.
 *
 * @param {number} pitch MIDI number
 * @returns {number}
 */
export function pitchToFrequency(pitch) {
  return 440 * 2 ** ((pitch - 69) / 12);
}
