// After a session: that it is noted, how it hurts and felt, whether one would do it again, and what the
// evening and the morning need. What a phone can do for the mornings is told once, after the first success.

import { today } from "../days.js";
import { el } from "../dom.js";
import { drawLeave, drawTold } from "../told.js";
import { drawAfter, drawComfort } from "./feeling.js";

/** @import { App, Log, Session, Words } from "../../../types.js" */

/** @type {(Event & {prompt: () => Promise<void>}) | null} */
let installing = null; // the browser's own offer, where it has one

window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installing = /** @type {Event & {prompt: () => Promise<void>}} */ (event);
});

/** @param {App} app @param {Words} words @param {Session} script @param {{told: boolean, did: () => void, log: Log}} options */
export function drawEnd(app, words, script, { told, did, log }) {
  const { after } = app.diary.words;
  return [
    el("p", { class: "big" }, words.over_what),
    told ? el("p", {}, words.told) : drawDid(words, did),
    drawAfter(app, after, script, log),
    drawComfort(app, after, script, log),
    drawAgain(app, words, script, log),
    isFirst(app) && drawBed(app, words),
    el("p", {}, el("a", { class: "button wide", href: "../today/" }, words.to_today)),
  ];
}

/** Whether no morning was told yet: then tonight and tomorrow need a word. @param {App} app */
const isFirst = ({ diary }) => !diary.document.days?.pain.some((pain) => pain !== null);

/** Much of it was passed over: whoever did it says so. @param {Words} words @param {() => void} did */
const drawDid = (words, did) =>
  el(
    "section",
    { class: "card" },
    el("h2", {}, words.did_ask),
    el("p", { class: "help" }, words.did_help),
    el("button", { class: "quiet", onclick: did }, words.did_yes),
  );

/** @param {App} app @param {Words} words @param {Session} script @param {Log} log */
function drawAgain(app, words, { technique }, log) {
  if (log.again !== null && !app.open.again) return drawTold(app, "again", log.again ? words.again_told_yes : words.again_told_no);
  /** @param {boolean} again */
  const tell = (again) => () => {
    app.open.again = false;
    log.again = again;
    return app.tell("again", today(), { technique, again }, { focus: "again" });
  };
  return el(
    "section",
    { class: "card", id: "again" },
    el("h2", {}, words.again_ask),
    el(
      "div",
      { class: "ways" },
      el("button", { class: "quiet", onclick: tell(true) }, words.again_yes),
      el("button", { class: "quiet", onclick: tell(false) }, words.again_no),
    ),
    el("p", { class: "help" }, words.again_no_help),
    log.again !== null && drawLeave(app, "again"),
  );
}

/** @param {App} app @param {Words} words */
function drawBed(app, words) {
  return [
    el("section", { class: "card plan" }, el("h2", {}, words.bed), el("p", {}, words.bed_help)),
    drawIcon(app, words),
    el(
      "section",
      { class: "card" },
      el("h2", {}, words.reminder),
      el("p", {}, words.reminder_help),
      el("h2", {}, words.way_back),
      el("p", {}, words.way_back_help),
      el("p", {}, el("a", { class: "button quiet", href: "../settings/" }, words.to_settings)),
    ),
  ];
}

/**
 * How it comes onto the home screen; nothing where it is there already.
 * @param {App} app
 * @param {Words} words
 */
function drawIcon(app, words) {
  if (matchMedia("(display-mode: standalone)").matches || /** @type {{standalone?: boolean}} */ (navigator).standalone) return null;
  const apple = /iPhone|iPad/.test(navigator.userAgent);
  const add = async () => {
    await installing?.prompt();
    installing = null;
    app.redraw();
  };
  return el(
    "section",
    { class: "card" },
    el("h2", {}, words.icon),
    el("p", {}, words.icon_help),
    installing ? el("button", { class: "quiet", onclick: add }, words.icon_go) : el("p", { class: "help" }, apple ? words.icon_ios : words.icon_android),
  );
}
