/** Decoded sounds, fetched once and held only while a layer needs them. */

/** Hz. Every file is made at this rate, so decoding at it keeps loops exact to the sample. */
export const SAMPLE_RATE = 44_100;

/**
 * Return bytes as decoded sound; needs no running context, so it works before the first gesture.
 *
 * @param {ArrayBuffer} bytes an audio file
 * @returns {Promise<AudioBuffer>}
 */
export async function decodeSound(bytes) {
  try {
    return await new OfflineAudioContext(2, 1, SAMPLE_RATE).decodeAudioData(bytes);
  } catch (cause) {
    throw new Error("the file is not sound that this browser can decode", { cause });
  }
}

/**
 * Return a shelf of sounds.
 *
 * @param {object} parts
 * @param {(url: string) => Promise<ArrayBuffer>} parts.readBytes
 * @param {(bytes: ArrayBuffer) => Promise<AudioBuffer>} parts.decode
 */
export function createSounds({ readBytes, decode }) {
  /** @type {Map<string, Promise<AudioBuffer>>} */
  const held = new Map();
  return {
    /**
     * Return the sound of a file; a file that failed is fetched again the next time.
     *
     * @param {string} url
     */
    get(url) {
      const coming = held.get(url) ?? readBytes(url).then(decode);
      held.set(url, coming);
      coming.catch(() => held.get(url) === coming && held.delete(url));
      return coming;
    },
    /**
     * Let go of every sound that is not among `urls`.
     *
     * @param {ReadonlySet<string>} urls
     */
    keepOnly(urls) {
      for (const url of held.keys()) if (!urls.has(url)) held.delete(url);
    },
  };
}
