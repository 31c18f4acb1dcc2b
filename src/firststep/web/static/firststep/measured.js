// What was told of a measure: as it is kept, and on top of it what waits in this browser.

/** @import { AnkleName, Day, Diary, MeasureName, Taken } from "../../types.js" */

/** The two ways to see how far the ankle bends. @type {AnkleName[]} */
export const ANKLE = ["knee-to-wall", "shin-angle"];

/** @type {MeasureName[]} */
export const KINDS = ["worst", "function", ...ANKLE];

/** What takes a measure back. @type {Record<MeasureName, any>} */
export const NOTHING = {
  worst: { pain: null },
  function: { answers: [] },
  "knee-to-wall": { answers: [] },
  "shin-angle": { answers: [], by: "typed" },
};

/** @param {MeasureName} kind @returns {kind is AnkleName} */
export const isAnkle = (kind) => kind === "knee-to-wall" || kind === "shin-angle";

/**
 * Every time that a measure was taken, oldest first.
 * @param {Diary} diary
 * @param {MeasureName} kind
 * @returns {Taken[]}
 */
export function timesOf({ document, unsent }, kind) {
  const kept = document.measures?.[kind]?.history ?? []; // a document kept by an earlier version has none
  const times = new Map(kept.map((time) => [time.on, time]));
  for (const event of unsent) {
    if (event.kind !== kind) continue;
    const taken = takenOf(event);
    if (taken) times.set(event.on, taken);
    else times.delete(event.on);
  }
  return [...times.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** What an event tells of a measure; null where it takes it back. @param {any} event @returns {Taken | null} */
function takenOf({ kind, on, what }) {
  if (kind === "worst") return what.pain === null ? null : { on, pain: what.pain, unsaved: true };
  const { answers } = what;
  if (!answers.length) return null;
  if (!isAnkle(kind)) return { on, answers, score: mean(answers), unsaved: true };
  return { on, readings: answers, score: middle(answers), ...(what.by && { by: what.by }), unsaved: true };
}

/** The middle one of an odd count. @param {number[]} readings */
export const middle = (readings) => [...readings].sort((one, other) => one - other)[(readings.length - 1) / 2];

/** @param {[string, number][]} answers */
const mean = (answers) => answers.reduce((sum, [, able]) => sum + able, 0) / answers.length;

/** @param {Diary} diary @param {MeasureName} kind @param {Day} on */
export const timeOn = (diary, kind, on) => timesOf(diary, kind).find((time) => time.on === on) ?? null;

/**
 * What tells a day's answer again: the heart of its event; where there is none, of the one that takes it back.
 * @param {Diary} diary
 * @param {MeasureName} kind
 * @param {Day} on
 */
export function whatOn(diary, kind, on) {
  const time = timeOn(diary, kind, on);
  if (!time) return NOTHING[kind];
  if (kind === "worst") return { pain: time.pain };
  if (!isAnkle(kind)) return { answers: time.answers };
  return { answers: time.readings, ...(time.by && { by: time.by }) };
}
