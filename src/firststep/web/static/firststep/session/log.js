// The log of a session: what is told of it, while it is played and after it.

import { nowWithZone, today } from "../days.js";
import { heart, sessionsOf } from "../played.js";

/** @import { App, Log, Played, Session, Thing } from "../../../types.js" */

const LONGEST = 86_400; // seconds that can be told

/** The log of a session that has not begun yet. @returns {Log} */
export const newLog = () => ({
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
  Object.assign(log, { on: today(), began: now(), rested: app.diary.rests(technique) });

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
