// Tones, made by the browser itself: nothing is loaded. They are planned ahead on the clock of the
// sound, so that they come in time also where the page is hidden and its own timers are slow. That clock
// can fall behind where a device is busy: it is looked at again and again, and what is planned moves along.

import { Offset } from "./offset.js";

/** @import { Tone } from "./cues.js" */

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
/** What is planned: each note with the time at which it begins, by the clock of the sound. @type {Map<OscillatorNode, number>} */
const planned = new Map();
let offset = new Offset();

/** Seconds that only ever grow. */
export const now = () => performance.now() / 1000;

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
  if (runs()) return;
  await context.resume().catch(() => {});
  offset = new Offset(); // its clock stood still meanwhile
}

/** Look at both clocks; tells whether they have parted so far that what is planned would come at another time. */
export function slipped() {
  if (!context || !runs()) return false;
  return offset.read(context.currentTime, now());
}

/** Plan a tone in so many seconds; tells whether it will sound. @param {Tone} tone @param {number} wait */
export function plan(tone, wait) {
  if (!context || !runs()) return false;
  for (const [hertz, after, long, loud] of NOTES[tone]) {
    const starts = Math.max(offset.at(now() + wait), context.currentTime) + after;
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
    planned.set(note, starts);
    note.addEventListener("ended", () => planned.delete(note));
  }
  return true;
}

/** What is planned and not heard yet is not heard at all; also what sounds now ends, unless it is `later` only. */
export function hush({ later = false } = {}) {
  for (const [note, starts] of planned) {
    if (later && context && starts <= context.currentTime) continue;
    note.disconnect();
    note.stop();
    planned.delete(note);
  }
}

/** Let the sound go, so that a phone can rest. */
export function rest() {
  hush();
  context?.suspend().catch(() => {});
}
