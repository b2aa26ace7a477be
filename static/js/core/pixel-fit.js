/** Pixel art on real screens: every pixel of a picture becomes the same whole number of the screen's. */

/**
 * Where a picture lies so that it covers the view.
 *
 * @typedef {object} PixelFit
 * @property {number} scale CSS pixels to one pixel of the picture
 * @property {number} left of the picture, in CSS pixels from the view's left, never above 0
 * @property {number} top the same from the view's top
 * @property {{x: number, y: number, width: number, height: number}} seen the part of the picture in view, in its own pixels
 */

/**
 * Return the smallest whole-number scale at which a picture covers the view, centred.
 *
 * @param {{width: number, height: number, pixelRatio: number}} view CSS pixels, and device pixels to each
 * @param {{width: number, height: number}} art
 * @returns {PixelFit}
 */
export function coverByWholePixels({ width, height, pixelRatio }, art) {
  const devicePixels = Math.ceil(
    Math.max((width * pixelRatio) / art.width, (height * pixelRatio) / art.height),
  );
  const scale = devicePixels / pixelRatio;
  const onGrid = (/** @type {number} */ pixels) => Math.round(pixels * pixelRatio) / pixelRatio;
  const left = onGrid((width - art.width * scale) / 2);
  const top = onGrid((height - art.height * scale) / 2);
  const seen = { x: -left / scale, y: -top / scale, width: width / scale, height: height / scale };
  return { scale, left, top, seen };
}
