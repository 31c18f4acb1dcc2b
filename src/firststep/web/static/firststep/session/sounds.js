// Tones, made by the browser itself: nothing is loaded. They are planned ahead on the clock of the
// sound, so that they come in time also where the page is hidden and its own timers are slow.

import { advanced, begun } from "./timekeeper.js";

/** @import { Tone } from "./cues.js" */
/** @import { Kept } from "./timekeeper.js" */

/** Notes of each tone: hertz, seconds after its beginning, seconds that it lasts, loudness 0 to 1. @type {Record<Tone, [number, number, number, number][]>} */
const NOTES = {
  begin: [[523, 0, 0.16, 0.5], [784, 0.15, 0.3, 0.5]],
  rest: [[659, 0, 0.16, 0.4], [440, 0.15, 0.34, 0.4]],
  mark: [[440, 0, 0.7, 0.3]],
  tick: [[880, 0, 0.06, 0.22]],
  done: [[523, 0, 0.18, 0.45], [659, 0.17, 0.18, 0.45], [784, 0.34, 0.5, 0.45]],
};
const RISE = 0.012; // seconds: a tone that begins at once clicks
const QUIET = 0.0001;

/** @type {AudioContext | null} */
let context = null;
/** @type {Set<OscillatorNode>} */
const planned = new Set();
/** @type {Kept} */
let kept = begun(wall());

function wall() {
  return performance.now() / 1000;
}

/** Whether tones can be heard now. */
const runs = () => context?.state === "running";

/** Has to be called from a tap: before one, no browser lets a page sound. */
export async function wake() {
  const Context = globalThis.AudioContext;
  if (!Context) return;
  if (!context || context.state === "closed") {
    context = new Context();
    const session = /** @type {{audioSession?: {type: string}}} */ (/** @type {unknown} */ (navigator)).audioSession;
    if (session) session.type = "transient"; // music of another app goes on, a little softer
  }
  if (!runs()) await context.resume().catch(() => {});
}

/** Seconds that only ever grow. */
export function now() {
  kept = advanced(kept, { audio: runs() ? /** @type {AudioContext} */ (context).currentTime : null, wall: wall() });
  return kept.time;
}

/** Plan a tone in so many seconds; tells whether it will sound. @param {Tone} tone @param {number} wait */
export function plan(tone, wait) {
  if (!context || !runs()) return false;
  for (const [hertz, after, long, loud] of NOTES[tone]) {
    const starts = context.currentTime + wait + after;
    const note = context.createOscillator();
    const volume = context.createGain();
    note.type = "sine";
    note.frequency.value = hertz;
    volume.gain.setValueAtTime(QUIET, starts);
    volume.gain.exponentialRampToValueAtTime(loud, starts + RISE);
    volume.gain.exponentialRampToValueAtTime(QUIET, starts + long);
    note.connect(volume).connect(context.destination);
    note.start(starts);
    note.stop(starts + long + RISE);
    planned.add(note);
    note.addEventListener("ended", () => planned.delete(note));
  }
  return true;
}

/** What is planned and not heard yet is not heard at all. */
export function hush() {
  for (const note of planned) {
    note.disconnect();
    try {
      note.stop();
    } catch {
      // it had not begun
    }
  }
  planned.clear();
}

/** Let the sound go, so that a phone can rest. */
export function rest() {
  hush();
  context?.suspend().catch(() => {});
}
