// A session on the phone, step by step from its script; all of it works without a net.

import { drawBefore } from "./before.js";
import { today } from "./days.js";
import { capital, el, say } from "./dom.js";
import { drawEnd } from "./ending.js";
import { kept } from "./kept.js";
import { newLog, tellSession } from "./played.js";
import { allLeft, back, goOn, isOver, pause, repeat, skip, start, stepLeft, tick } from "./playing.js";
import { person } from "./server.js";

/** @import { App, Child, Session, Step, Tellable, Words } from "../../types.js" */

const TICK_MS = 250;
const REMEMBERED_MS = 30 * 60_000; // that an interrupted session can be taken up again
const PLACE = "session";
/** @typedef {import("./playing.js").Playing} Playing */

/** @type {Tellable["stop"]["why"][]} */
const WHY = ["sharp", "numb", "tingling", "cold", "other"]; // in the order of the words
const MINUTE = 60;
const ENOUGH = 0.5; // of a session, to be noted as done without being asked

let playing = start([]);
let script = /** @type {Session} */ (/** @type {unknown} */ (null)); // until it is begun
let last = 0;
let running = 0;
/** @type {WakeLockSentinel | null} */
let lock = null;
let resumed = false;
let asking = false; // why it was stopped
let stopped = 0; // the number of the answer
let told = false;
let log = newLog(); // of what is told of it; `log.seconds` were really played

/** @param {App} app @returns {Child[]} */
export function drawSession(app) {
  const { player: words } = app.diary.words;
  const id = new URLSearchParams(location.search).get("do");
  const found = app.diary.document.sessions[id ?? ""];
  if (!found) return [el("h1", {}, app.diary.words.app.session), el("p", {}, words.none), toToday(words)];
  if (script?.technique !== id) begin(app, found);
  const heading = say(words.title, { name: capital(script.name), side: words[script.feet] });
  if (stopped) return [el("h1", { id: "session-title" }, words.stopped), drawStopped(app, words)].flat();
  if (isOver(playing)) return [el("h1", { id: "session-title" }, words.over), drawEnd(app, words, script, { told, did: () => tellDone(app), log })].flat();
  if (!log.asked) return [el("h1", { id: "session-title", class: "quiet" }, heading), drawBefore(app, app.diary.words.after, script, { log, next: () => app.redraw("session-title") })].flat();
  return [el("h1", { id: "session-title", class: "quiet" }, heading), asking ? drawAsk(app, words) : drawStep(app, words)].flat();
}

/** @param {Words} words */
const toToday = (words) => el("p", {}, el("a", { class: "button", href: "../today/" }, words.to_today));

/** @param {App} app @param {Session} found */
function begin(app, found) {
  script = found;
  playing = start(script.steps);
  log = newLog();
  kept()
    .then((store) => store.get("marks", [person, PLACE]))
    .then((mark) => {
      if (mark?.technique !== script.technique || Date.now() - mark.when > REMEMBERED_MS || !mark.at) return;
      playing = { ...start(script.steps, mark.at), paused: !script.steps[mark.at]?.waits };
      log = mark.log ?? { ...log, asked: true };
      resumed = true;
      app.redraw("session-title");
    });
}

/** Where it is, so that a call or a reload loses nothing. */
async function remember() {
  const mark = { technique: script.technique, at: playing.at, when: Date.now(), log };
  (await kept()).change("marks", (rows) => (isOver(playing) || stopped ? rows.remove([person, PLACE]) : rows.put(mark, [person, PLACE])));
}

/** @param {App} app @param {(playing: Playing) => Playing} how */
function move(app, how) {
  playing = how(playing);
  resumed = false;
  remember();
  run(app);
  app.redraw(isOver(playing) ? "session-title" : "player-main");
  if (isOver(playing)) finish(app);
}

/** Count the time that passes, also where the page was hidden meanwhile. @param {App} app */
function run(app) {
  last = performance.now();
  awake();
  if (running) return;
  running = setInterval(() => {
    const now = performance.now();
    const before = playing.at;
    const passed = (now - last) / 1000;
    const left = allLeft(playing);
    playing = tick(playing, passed);
    log.seconds += left - allLeft(playing); // of the script: a phone that slept played no longer for it
    last = now;
    if (playing.at === before) return showTime(app);
    remember();
    app.redraw(isOver(playing) ? "session-title" : null);
    if (isOver(playing)) finish(app);
  }, TICK_MS);
}

/** The screen stays on; a phone takes that back whenever the page is hidden. */
async function awake() {
  if (!navigator.wakeLock || lock?.released === false || document.visibilityState !== "visible") return;
  lock = await navigator.wakeLock.request("screen").catch(() => null);
}

document.addEventListener("visibilitychange", () => running && awake());

/** @param {App} app */
function finish(app) {
  clearInterval(running);
  running = 0;
  lock?.release();
  if (log.seconds >= 1) tellSession(app, script, log);
  if (!told && !stopped && log.seconds >= ENOUGH * script.seconds) tellDone(app);
  else app.redraw("session-title");
}

/** It was done: what was done before on this day stands too. @param {App} app */
function tellDone(app) {
  told = true;
  const on = today();
  const did = app.diary.day(on).did ?? [];
  app.tell("doing", on, { did: [...new Set([...did, script.technique])] }, { focus: "session-title" });
}

/** @param {number} seconds */
const clock = (seconds) => {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / MINUTE)}:${String(whole % MINUTE).padStart(2, "0")}`;
};

/** @param {App} app */
function showTime(app) {
  const { player: words } = app.diary.words;
  const [step, all] = [document.getElementById("step-left"), document.getElementById("all-left")];
  if (step) step.textContent = clock(stepLeft(playing));
  if (all) all.textContent = say(words.left_all, { time: clock(allLeft(playing)) });
}

/** A step is said once to those who hear the page; it is drawn anew more often. @param {Step} step */
function sayAloud({ title, what, cue }) {
  const said = [title, what, cue].filter(Boolean).join(". ");
  const aloud = document.getElementById("aloud");
  if (aloud && aloud.textContent !== said) aloud.textContent = said;
}

/** @param {App} app @param {Words} words */
function drawStep(app, words) {
  const step = playing.steps[playing.at];
  sayAloud(step);
  const following = playing.steps[playing.at + 1];
  const first = playing.at === 0;
  const main = step.waits || playing.paused ? words.go_on : words.pause;
  /** @param {(playing: Playing) => Playing} how */
  const act = (how) => () => move(app, how);
  return [
    resumed && el("p", { class: "help" }, say(words.resumed, { number: playing.at + 1 })),
    el(
      "section",
      { class: "card player", "data-playing": true },
      el("p", { class: "help" }, say(words.step, { number: playing.at + 1, steps: playing.steps.length }), playing.paused && ` · ${words.paused}`),
      el("h2", {}, step.title, el("span", { class: "what" }, step.what)),
      step.cue && el("p", { class: "cue" }, say(words.cue, { cue: step.cue })),
      step.where && el("p", {}, say(words.where, { where: step.where.says })),
      step.notes.map((note) => el("p", { class: "help" }, note)),
      step.waits
        ? el("p", { class: "cue" }, words.waits)
        : el("p", { class: "time", id: "step-left" }, clock(stepLeft(playing))),
      el("p", { class: "help", id: "all-left" }, say(words.left_all, { time: clock(allLeft(playing)) })),
      following && el("p", { class: "help" }, say(words.next, { title: following.title })),
    ),
    el("button", { class: "wide large", id: "player-main", onclick: act(step.waits || playing.paused ? goOn : pause) }, first ? words.go_on : main),
    el(
      "div",
      { class: "ways" },
      !first && el("button", { class: "quiet", onclick: act(back) }, words.back),
      !first && !step.waits && el("button", { class: "quiet", onclick: act(repeat) }, words.again),
      step.skippable && !step.waits && el("button", { class: "quiet", onclick: act(skip) }, words.skip),
    ),
    el("button", { class: "careful wide", onclick: () => ask(app) }, words.stop),
    !first && el("button", { class: "plain", onclick: act((now) => start(now.steps, now.steps.length)) }, words.end),
    el(
      "details",
      { class: "more", id: "stop-for", open: app.open["stop-for"] },
      el("summary", {}, words.stop_for),
      el("p", {}, script.how_hard),
      el("ul", {}, script.stop.map((line) => el("li", {}, line))),
    ),
  ];
}

/** @param {App} app */
function ask(app) {
  playing = pause(playing);
  asking = true;
  app.redraw("stop-ask");
}

/** @param {App} app @param {Words} words */
function drawAsk(app, words) {
  const { stop } = app.diary.words;
  /** @param {number} number */
  const choose = (number) => {
    stopped = number;
    remember();
    finish(app);
    const what = { technique: script.technique, why: WHY[number - 1] };
    app.tell("stop", today(), what, { focus: "session-title" });
  };
  const back_ = () => {
    asking = false;
    move(app, goOn);
  };
  return [
    el("h2", { id: "stop-ask" }, stop.ask),
    el(
      "div",
      { class: "answers", "data-playing": true },
      WHY.map((_, at) => el("button", { onclick: () => choose(at + 1) }, capital(stop[at + 1]))),
      el("button", { class: "plain", onclick: back_ }, words.resume),
    ),
  ];
}

/** What to do now, that it rests, and how to stand up safely. @param {App} app @param {Words} words */
function drawStopped(app, words) {
  const { stop } = app.diary.words;
  const closing = script.steps.filter((step) => ["feel", "dry", "away", "done"].includes(step.kind));
  return [
    el("section", { class: "card warning" }, el("p", {}, stop[`do_${stopped}`])),
    el("p", {}, say(words.rests, { name: capital(script.name) })),
    el("h2", {}, stop.before_standing),
    el("ol", {}, closing.map((step) => el("li", {}, step.what))),
    toToday(words),
  ];
}
