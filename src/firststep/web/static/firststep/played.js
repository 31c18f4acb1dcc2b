// Sessions that were played: the log of the one that is being played, and all that count, with what waits here.

import { nowWithZone, today } from "./days.js";

/** @import { App, Day, Diary, Log, Played, PlayedOn, Session, Thing } from "../../types.js" */

const LONGEST = 86_400; // seconds that can be told

/** The log of a session that has not begun yet. @returns {Log} */
export const newLog = () => ({
  asked: false, // whether the question before it was answered or skipped
  on: today(),
  began: now(),
  seconds: 0, // really played
  before: null,
  after: null,
  comfort: null,
  again: null,
  stopped: false, // told as pain above the limit
  rested: false, // whether the technique rested before it began
});

/** To the whole second: the server says it back in the same signs. */
const now = () => nowWithZone().replace(/\.\d+/, "");

/** It begins now. @param {App} app @param {Session} script @param {Log} log */
export const begin = (app, { technique }, log) =>
  Object.assign(log, { asked: true, on: today(), began: now(), rested: app.diary.rests(technique) });

/** @param {Session} script @param {Log} log @returns {Played} */
const whatOf = ({ technique, version, seconds: of }, { began, seconds, before, after, comfort }) => ({
  technique,
  version,
  began,
  seconds: Math.min(Math.round(seconds), LONGEST),
  of,
  before,
  after,
  comfort,
});

/**
 * Tell the session in full, after a change of its log; what was told before of it counts no more.
 * @param {App} app
 * @param {Session} script
 * @param {Log} log
 * @param {{change?: Partial<Log>, more?: Thing[], focus?: string}} what `more`: what follows from it
 */
export async function tellSession(app, script, log, { change = {}, more = [], focus = "session-title" } = {}) {
  const before = { ...log };
  Object.assign(log, change);
  const what = whatOf(script, log);
  await app.tellAll([{ kind: "session", on: log.on, what }, ...more], { focus });
  const newest = JSON.stringify(whatOf(script, log)) === JSON.stringify(what);
  if (!newest || sessionsOf(app.diary).some((one) => JSON.stringify(heart(one)) === JSON.stringify(what))) return;
  Object.assign(log, before); // a new day had begun, or it was refused: it is asked again
  app.redraw(focus);
}

/**
 * Every session that counts, as they were told: what is kept, and over it what waits in this browser.
 * @param {Pick<Diary, "document" | "unsent">} diary
 * @returns {PlayedOn[]}
 */
export function sessionsOf({ document, unsent }) {
  const all = new Map((document.played ?? []).map((one) => [key(one), one]));
  for (const { kind, on, what } of unsent) {
    if (kind !== "session") continue;
    if (what.seconds === null) all.delete(key(what));
    else all.set(key(what), { ...what, on, unsaved: true });
  }
  return [...all.values()].sort((one, other) => Date.parse(one.began) - Date.parse(other.began));
}

/** @param {Played} played */
const key = ({ technique, began }) => `${Date.parse(began)} ${technique}`;

/** @param {Diary} diary @param {Day} on */
export const sessionsOn = (diary, on) => sessionsOf(diary).filter((one) => one.on === on);

/** The heart of the event that tells a session. @param {Played} played @returns {Played} */
export const heart = ({ technique, version, began, seconds, of, before, after, comfort }) => ({
  technique,
  version,
  began,
  seconds,
  of,
  before,
  after,
  comfort,
});

/** What takes a session back. @param {Played} played @returns {Played} */
export const takenBack = (played) => ({ ...heart(played), seconds: null, before: null, after: null, comfort: null });
