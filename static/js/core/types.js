/**
 * The shapes that the page's parts hand each other. Times are in sixteenth steps from bar 0 unless a
 * name says seconds.
 *
 * @typedef {"drums" | "ambience" | "quote" | "music"} LayerName
 * @typedef {LayerName | "master"} SliderName
 * @typedef {"melody" | "chords" | "bass"} VoiceName
 *
 * @typedef {object} NoteEvent One note as it sounds.
 * @property {VoiceName} voice
 * @property {number} pitch MIDI number, 60 is middle C
 * @property {number} time onset in steps, swing included
 * @property {number} length in steps
 * @property {number} velocity 1 to 127
 *
 * @typedef {object} Score A piece that repeats every `bars`, looked up by step.
 * @property {number} bars
 * @property {ReadonlyMap<number, readonly NoteEvent[]>} byStep step to the notes that begin in it
 *
 * @typedef {{pitch: number, start: number, length: number, velocity: number}} SoloNote
 * @typedef {object} Solo As `/api/solo` answers; see training/music/solo.py.
 * @property {string} title
 * @property {number} bars
 * @property {number} swing the share of each pair of sixteenths that its first one takes
 * @property {Record<VoiceName, SoloNote[]>} voices
 *
 * @typedef {[start: string, pitch: string, length: string, velocity: number]} SongNote
 * @typedef {object} Song As written in static/js/songs; see docs/catalog.md.
 * @property {string} id
 * @property {string} label
 * @property {string} composer
 * @property {number} bars
 * @property {number} swing
 * @property {Record<VoiceName, string>} instruments voice to instrument id
 * @property {Record<VoiceName, SongNote[]>} voices
 */

/**
 * What `/api/catalog` lists; docs/catalog.md says what each field holds.
 *
 * @typedef {{id: string, label: string, credit: string, licence: string}} Row
 * @typedef {{url: string, seconds: number, frames: number, bpm: number}} Sound
 * @typedef {Row & Sound & {bars: number}} LoopRow
 * @typedef {{background: string, surface: string, text: string, accent: string, glow: string}} Palette
 * @typedef {{label: string, description: string, gif: string, webp: string, still: string, palette: Palette}} Scene
 * @typedef {LoopRow & {scene: Scene}} AmbienceRow
 * @typedef {Row & Sound & {text: string, author: string}} QuoteRow
 * @typedef {LoopRow & {notes: string, key: string, mood: string}} SoloRow
 * @typedef {Row & {notes: string, composer: string, bars: number, instruments: Record<VoiceName, string>}} SongRow
 * @typedef {Row & {samples: Record<string, string>}} InstrumentRow
 *
 * @typedef {object} Catalog
 * @property {LoopRow[]} drums
 * @property {AmbienceRow[]} ambience
 * @property {QuoteRow[]} quotes
 * @property {SoloRow[]} solos
 * @property {SongRow[]} songs
 * @property {InstrumentRow[]} instruments
 */

/**
 * What a layer is to play, decided without sound, and what it plays once everything has arrived.
 *
 * @typedef {{kind: "loop", label: string, url: string, bars: number, notes?: string}} LoopPlan
 * @typedef {{kind: "speech", label: string, url: string, text: string, author: string}} SpeechPlan
 * @typedef {Record<VoiceName, Record<string, string>>} VoiceSamples voice to note name to url
 * @typedef {{kind: "live", label: string, notes: string, samples: VoiceSamples}} LivePlan
 * @typedef {{kind: "song", label: string, notes: string, samples: VoiceSamples}} SongPlan
 * @typedef {LoopPlan | SpeechPlan | LivePlan | SongPlan} Plan
 *
 * @typedef {object} LoopMaterial
 * @property {"loop"} kind
 * @property {string} title
 * @property {number} bars
 * @property {AudioBuffer} buffer
 * @property {Score} [score] what is heard in the file, for the eye
 *
 * @typedef {object} NotesMaterial
 * @property {"notes"} kind
 * @property {string} title
 * @property {number} bars
 * @property {Score} score
 * @property {Record<VoiceName, Record<string, AudioBuffer>>} samples
 *
 * @typedef {object} SpeechMaterial
 * @property {"speech"} kind
 * @property {string} title
 * @property {AudioBuffer} buffer
 * @property {string} text
 * @property {string} author
 *
 * @typedef {LoopMaterial | NotesMaterial | SpeechMaterial} Material
 */

/**
 * What the page shows and the engine follows.
 *
 * @typedef {"idle" | "starting" | "playing" | "paused"} Phase
 * @typedef {{status: "idle" | "loading" | "ready"} | {status: "failed", message: string}} LayerState
 * @typedef {{text: string, author: string}} Caption
 *
 * @typedef {object} State
 * @property {Phase} phase
 * @property {Record<LayerName, string | null>} choices option keys, see options.js; null where nothing is on offer
 * @property {number} seed of the live solo
 * @property {Record<SliderName, number>} volumes 0 to 100
 * @property {Record<LayerName, LayerState>} layers
 * @property {{title: string, bars: number} | null} music what sounds in the music layer
 * @property {number} bar bars since the first Play, from 0
 * @property {Caption | null} caption the quote being spoken
 * @property {string | null} fault what is wrong with the sound as a whole
 */

export {};
