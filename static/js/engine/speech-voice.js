/** A spoken file that sounds once. */

/**
 * Start the speech at `time`, `offset` seconds into it.
 *
 * @param {typeof import("./tone.js")} tone
 * @param {object} start
 * @param {AudioBuffer} start.buffer
 * @param {import("tone/build/esm/core/context/ToneAudioNode.js").ToneAudioNode} start.output
 * @param {number} start.time context seconds
 * @param {number} start.offset seconds
 * @param {number} start.fade seconds from silence to full
 */
export function startSpeechVoice(tone, { buffer, output, time, offset, fade }) {
  const source = new tone.ToneBufferSource({
    url: buffer,
    fadeIn: fade,
    curve: "linear",
    onended: () => {}, // Tone frees a source's nodes only where somebody waits for its end
  }).connect(output);
  source.start(time, offset);
  const end = time + buffer.duration - offset;
  return {
    /** @param {number} at context seconds @param {number} fadeOut seconds */
    stop(at, fadeOut) {
      if (at >= end) return;
      source.fadeOut = fadeOut;
      source.stop(Math.max(at, time + fade));
    },
  };
}
