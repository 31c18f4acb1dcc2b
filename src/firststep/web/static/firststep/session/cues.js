// What is heard of a session, and when: tones for where it is, words for what comes. No page, no sound.

/** @import { Step } from "../../../types.js" */
/** @import { Playing } from "./playing.js" */

const LAST = 5; // seconds that are counted at the end of a step, and before which the next is named
const FEW = 3; // of a step that is short
const LONG_ENOUGH = 15; // seconds of a step whose last five are counted,
const SHORT = 8; // and of one whose last three are
const LATE = 0.4; // seconds after which a tone still tells what it should: sound takes a moment to begin
const SIGNS_A_SECOND = 12; // that a voice speaks, rather slowly
const BREATH = 0.6; // seconds between two things said

/** @typedef {"begin" | "rest" | "mark" | "tick" | "done"} Tone */

/** @type {Record<string, Tone>} */
const BEGINS = { time: "mark", count: "tick", rest: "rest", breathe: "rest", feel: "rest", dry: "rest", away: "rest", switch: "rest", done: "done" };

/** How many of its last seconds are counted. @param {Step} step */
const counted = ({ kind, seconds }) => {
  if (kind === "count") return seconds - 1; // its first is its beginning
  if (seconds >= LONG_ENOUGH) return LAST;
  return seconds >= SHORT ? FEW : 0;
};

/**
 * The tones from now on, as far as `within` seconds, or to a step that waits: how long until each, and the
 * place that it has in the session, so that none is planned twice.
 * @param {Playing} playing
 * @param {number} within
 * @returns {{key: string, wait: number, tone: Tone}[]}
 */
export function tonesAhead({ steps, at, passed, paused }, within) {
  if (paused) return [];
  const tones = [];
  let begins = -passed;
  for (let step = at; step < steps.length && begins <= within; step += 1) {
    const { kind, seconds, waits } = steps[step];
    tones.push({ key: `${step}`, wait: begins, tone: BEGINS[kind] ?? "begin" });
    if (waits) break;
    for (let left = counted(steps[step]); left >= 1; left -= 1) {
      tones.push({ key: `${step}-${left}`, wait: begins + seconds - left, tone: /** @type {Tone} */ ("tick") });
    }
    begins += seconds;
  }
  const near = tones.filter(({ wait }) => wait >= -LATE && wait <= within);
  return near.map((tone) => ({ ...tone, wait: Math.max(tone.wait, 0) }));
}

/** Seconds that it takes to say. @param {string[]} said */
export const spokenIn = (said) => said.reduce((sum, text) => sum + text.length / SIGNS_A_SECOND + BREATH, 0);

/**
 * What is spoken in a step: as it begins, and five seconds before its end what comes next. What would run
 * into the next is left out; a step that is told what to do in its own time is not announced in a rush.
 * @param {Step[]} steps
 * @param {number} at
 * @param {string} soon its words, with {title}
 * @returns {{after: number, say: string[]}[]}
 */
export function wordsOf(steps, at, soon) {
  const step = steps[at];
  if (!step) return [];
  const next = steps[at + 1];
  const notes = step.waits ? (step.notes ?? []) : []; // there is time for all of it
  const say = [step.say, step.cue ?? "", ...notes].filter(Boolean);
  const words = say.length ? [{ after: 0, say }] : [];
  const ahead = step.seconds - LAST;
  if (step.waits || !next || next.kind === "time" || step.kind === "count") return words;
  if (ahead < spokenIn(say)) return words;
  return [...words, { after: ahead, say: [soon.replace("{title}", next.title)] }];
}
