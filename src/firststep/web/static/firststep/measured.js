// @ts-nocheck
// What was told of a measure: as it is kept, and on top of it what waits in this browser.

export const KINDS = ["worst", "function"];

const isTakenBack = { worst: (what) => what.pain === null, function: (what) => !what.answers.length };

/** What takes a measure back. */
export const NOTHING = { worst: { pain: null }, function: { answers: [] } };

/** Every time that a measure was taken, oldest first: {on, pain} or {on, answers, score}. */
export function timesOf({ document, unsent }, kind) {
  const kept = document.measures?.[kind].history ?? [];
  const times = new Map(kept.map((time) => [time.on, time]));
  for (const event of unsent) {
    if (event.kind !== kind) continue;
    if (isTakenBack[kind](event.what)) times.delete(event.on);
    else times.set(event.on, { on: event.on, ...event.what, score: mean(event.what.answers), unsaved: true });
  }
  return [...times.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}

export const timeOn = (diary, kind, on) => timesOf(diary, kind).find((time) => time.on === on) ?? null;

/** What tells a day's answer again: the heart of its event; where there is none, of the one that takes it back. */
export function whatOn(diary, kind, on) {
  const time = timeOn(diary, kind, on);
  if (!time) return NOTHING[kind];
  return kind === "worst" ? { pain: time.pain } : { answers: time.answers };
}

const mean = (answers) => answers && answers.reduce((sum, [, able]) => sum + able, 0) / answers.length;
