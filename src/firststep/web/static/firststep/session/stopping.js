// "Stop, this hurts": one question, what to do now, that it rests, and how to stand up safely.

import { today } from "../days.js";
import { capital, el, say } from "../dom.js";

/** @import { App, Child, Session, Tellable, Words } from "../../../types.js" */

/** @type {Tellable["stop"]["why"][]} */
const WHY = ["sharp", "numb", "tingling", "cold", "other"]; // in the order of the words
const CLOSING = ["feel", "dry", "away", "done"];

/**
 * @param {App} app
 * @param {{answered: (number: number) => void, resume: () => void}} then
 * @returns {Child[]}
 */
export function drawAsk(app, { answered, resume }) {
  const { stop, player: words } = app.diary.words;
  return [
    el("h2", { id: "stop-ask" }, stop.ask),
    el(
      "div",
      { class: "answers", "data-playing": true },
      WHY.map((_, at) => el("button", { class: "large", onclick: () => answered(at + 1) }, capital(stop[at + 1]))),
      el("button", { class: "plain", onclick: resume }, words.resume),
    ),
  ];
}

/** Tell that it was stopped, and why: it rests from now on. @param {App} app @param {string} technique @param {number} number */
export const tellStop = (app, technique, number) =>
  app.tell("stop", today(), { technique, why: WHY[number - 1] }, { focus: "session-title" });

/** @param {App} app @param {Session} script @param {number} number of the answer @param {boolean} rests @returns {Child[]} */
export function drawStopped(app, script, number, rests) {
  const { stop, player: words } = app.diary.words;
  return [
    el("section", { class: "card warning" }, el("p", {}, stop[`do_${number}`])),
    rests && el("p", {}, say(words.rests, { name: capital(script.name) })),
    el("h2", {}, stop.before_standing),
    el("ol", {}, script.steps.filter(({ kind }) => CLOSING.includes(kind)).map((step) => el("li", {}, step.what))),
    toToday(words),
  ];
}

/** How hard, and what to stop for: folded, and open to be read at any time. @param {App} app @param {Session} script */
export const drawStopFor = (app, { how_hard: hard, stop }) =>
  el(
    "details",
    { class: "more", id: "stop-for", open: app.open["stop-for"] },
    el("summary", {}, app.diary.words.player.stop_for),
    el("p", {}, hard),
    el("ul", {}, stop.map((line) => el("li", {}, line))),
  );

/** @param {Words} words */
export const toToday = (words) => el("p", {}, el("a", { class: "button", href: "../today/" }, words.to_today));
