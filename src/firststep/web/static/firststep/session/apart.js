// How long ago it was done: what needs time between two sessions says so before the next begins.

import { el, say } from "../dom.js";
import { sessionsOf } from "../played.js";

/** @import { App, Diary, Session } from "../../../types.js" */

const MINUTE = 60_000;
const LEAST = 60; // seconds of a session that count as having done it

/**
 * Minutes since it was done last, where that is too short a time; else null. Cold counts with any other cold.
 * @param {Pick<Diary, "document" | "unsent">} diary
 * @param {Session} script
 * @param {number} now
 */
export function tooSoon(diary, { technique, cold, apart_minutes: apart }, now) {
  const alike = (/** @type {string} */ id) => id === technique || (cold && diary.document.sessions[id]?.cold);
  const ends = sessionsOf(diary)
    .filter((one) => (one.seconds ?? 0) >= LEAST && alike(one.technique))
    .map(({ began, seconds }) => Date.parse(began) + (seconds ?? 0) * 1000);
  const minutes = Math.floor((now - Math.max(...ends, 0)) / MINUTE);
  return minutes >= 0 && minutes < apart ? minutes : null;
}

/** After cold nothing begins before its time; else it is the person's own choice. @param {App} app @param {Session} script @param {number} minutes @param {() => void} begin */
export function drawApart(app, { cold, apart_minutes: apart }, minutes, begin) {
  const { player: words } = app.diary.words;
  return el(
    "section",
    { class: "card warning", id: "apart" },
    el("p", {}, say(cold ? words.cold_ago : words.long_ago, { minutes, apart })),
    el(
      "div",
      { class: "answers" },
      el("a", { class: "button", href: "../today/" }, words.wait),
      !cold && el("button", { type: "button", class: "quiet", id: "begin", onclick: begin }, words.anyway),
    ),
  );
}
