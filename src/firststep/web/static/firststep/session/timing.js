// The plain timer, for whoever rolls while reading or watching: so many minutes a side, and a soft mark at each.

import { today } from "../days.js";
import { capital, el } from "../dom.js";

/** @import { App, Session } from "../../../types.js" */

export const TIMER = "timer";
const CHOICES = [2, 3, 4, 5, 7, 10];
const COLD = "bottle"; // how long cold may last its own session knows

/** The timer with fewer minutes: the later ones are left out. @param {Session} script @param {number} minutes @returns {Session} */
export function forMinutes(script, minutes) {
  const steps = script.steps.filter(({ kind, number }) => kind !== "time" || number <= minutes).map((step) => (step.kind === "time" ? { ...step, times: minutes } : step));
  return { ...script, steps, seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0) };
}

/** @param {App} app @param {(minutes: number) => void} chosen */
export function drawMinutes(app, chosen) {
  const { player: words } = app.diary.words;
  return [
    el("h1", { id: "session-title" }, words.timer),
    el("p", {}, words.timer_what),
    el("h2", {}, words.timer_ask),
    el("div", { class: "minutes" }, CHOICES.map((minutes) => el("button", { class: "quiet large", onclick: () => chosen(minutes) }, String(minutes)))),
    el("p", { class: "help" }, words.timer_cold),
  ];
}

/** What can be rolled with the timer, of what is compared: what lies under the foot, and is not cold. @param {App} app */
export function rolledWith({ diary }) {
  return Object.values(diary.document.sessions).filter(
    ({ technique, steps }) => technique !== TIMER && steps.some(({ shows }) => shows?.foot === "tool") && !steps.some(({ shows }) => shows?.tool === COLD),
  );
}

/**
 * What it was rolled with, for the diary: one tap.
 * @param {App} app
 * @param {{told: string | null, tell: (technique: string) => void}} options
 */
export function drawRolled(app, { told, tell }) {
  const { player: words } = app.diary.words;
  const choices = rolledWith(app);
  if (told) return el("p", { role: "status" }, words.told);
  if (!choices.length) return null;
  return el(
    "section",
    { class: "card" },
    el("h2", {}, words.timer_with),
    el("div", { class: "answers" }, choices.map(({ technique, name }) => el("button", { class: "quiet", onclick: () => tell(technique) }, capital(name)))),
    el("p", { class: "help" }, words.timer_with_help),
  );
}

/** What was done today, with this too. @param {App} app @param {string} technique */
export function tellDone(app, technique) {
  const on = today();
  const did = app.diary.day(on).did ?? [];
  return app.tell("doing", on, { did: [...new Set([...did, technique])] }, { focus: "session-title" });
}
