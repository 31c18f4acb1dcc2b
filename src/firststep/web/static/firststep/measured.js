// What was told of a measure: as it is kept, and on top of it what waits in this browser.

/** @import { Day, Diary, MeasureName, Taken } from "../../types.js" */

/** @type {MeasureName[]} */
export const KINDS = ["worst", "function"];

/** What takes a measure back. @type {Record<MeasureName, any>} */
export const NOTHING = { worst: { pain: null }, function: { answers: [] } };

/**
 * Every time that a measure was taken, oldest first.
 * @param {Diary} diary
 * @param {MeasureName} kind
 * @returns {Taken[]}
 */
export function timesOf({ document, unsent }, kind) {
  const kept = document.measures?.[kind].history ?? []; // a document kept by an earlier version has none
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
  return answers.length ? { on, answers, score: mean(answers), unsaved: true } : null;
}

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
  return kind === "worst" ? { pain: time.pain } : { answers: time.answers };
}
