/**
 * The parts of Tone.js that the station uses, and nothing of it anywhere else.
 *
 * They come from its inner modules: importing "tone" itself makes an AudioContext at load, before any
 * gesture, which browsers log as a fault and which would have to be thrown away. The version is pinned.
 */

// These give every context its transport, destination, listener and draw clock.
import "tone/build/esm/core/clock/Transport.js";
import "tone/build/esm/core/context/Destination.js";
import "tone/build/esm/core/context/Listener.js";
import "tone/build/esm/core/util/Draw.js";
import { getContext } from "tone/build/esm/core/Global.js";

export { Compressor } from "tone/build/esm/component/dynamics/Compressor.js";
export { Filter } from "tone/build/esm/component/filter/Filter.js";
export { Context } from "tone/build/esm/core/context/Context.js";
export { Gain } from "tone/build/esm/core/context/Gain.js";
export { getContext, setContext, start } from "tone/build/esm/core/Global.js";
export { Sampler } from "tone/build/esm/instrument/Sampler.js";
export { WaveShaper } from "tone/build/esm/signal/WaveShaper.js";
export { ToneBufferSource } from "tone/build/esm/source/buffer/ToneBufferSource.js";

/** The time `lookAhead` from now, for music. @returns {number} seconds */
export const now = () => getContext().now();

/** The time being heard, for what a hand does. @returns {number} seconds */
export const immediate = () => getContext().immediate();

export const getTransport = () => getContext().transport;
export const getDraw = () => getContext().draw;
export const getDestination = () => getContext().destination;
