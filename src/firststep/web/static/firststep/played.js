// Sessions that were played: all that count, with what waits in this browser.

/** @import { Day, Diary, Played, PlayedOn } from "../../types.js" */

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
