// A session on the phone, from its script: getting ready, playing, stopping, the end. All of it works without a net.

import { today } from "../days.js";
import { capital, el, say } from "../dom.js";
import { afterPress } from "../press.js";
import { drawResting } from "../resting.js";
import { ask } from "../server.js";
import { drawTaughtBy } from "../taught_by.js";
import { drawBefore } from "./before.js";
import { drawBody, poseOf } from "./bodies.js";
import { drawEnd } from "./ending.js";
import { keepPlace, keepScript, leftOff, scriptKept } from "./keeping.js";
import { lighter } from "./lighter.js";
import { newLog, tellSession } from "./log.js";
import { Player } from "./player.js";
import { start } from "./playing.js";
import { drawApart, tooSoon } from "./apart.js";
import { drawSound, language, readSound, sound } from "./sound.js";
import { animate, clock, drawStage, paceOf, renew, showTime } from "./stage.js";
import { drawAsk, drawStopped, tellStop, toToday } from "./stopping.js";
import { TIMER, drawMinutes, drawRolled, forMinutes, tellDone } from "./timing.js";

/** @import { App, Child, Log, Session } from "../../../types.js" */
/** @import { Mark } from "./keeping.js" */

const KEPT_EACH = 5; // seconds played, after which its place is kept
let kept_ = 0; // seconds played when it was kept last
const ENOUGH = 0.5; // of a session, to be noted as done without being asked

/**
 * @typedef {object} Play
 * @property {string} id
 * @property {Session} script
 * @property {Player | null} player null until it is begun
 * @property {Log} log what is told of it
 * @property {number | null} minutes of the timer
 * @property {Mark | null} left where it was left
 * @property {boolean} before how much it hurts is asked before it begins
 * @property {boolean} resumed
 * @property {boolean} asking why it was stopped
 * @property {number} stopped the number of the answer
 * @property {string | null} told the technique that was noted as done
 */

/** @type {Play | null} */
let play = null;
/** @type {Record<string, Session | null | undefined>} */
const fetched = {}; // what is in no document; null where there is none
/** @type {App} */
let page;

/** @param {App} app @returns {Child[]} */
export function drawSession(app) {
  page = app;
  const { player: words } = app.diary.words;
  const id = new URLSearchParams(location.search).get("do") ?? "";
  const found = app.diary.document.sessions[id] ?? fetched[id];
  if (!found && id && fetched[id] === undefined) fetchScript(app, id);
  if (!found) return [heading(app.diary.words.app.session), fetched[id] === null && el("p", {}, words.none), toToday(words)];
  play = play?.id === id ? play : takeUp(id, found);
  if (id === TIMER && !play.minutes) return drawMinutes(app, chooseMinutes).flat();
  const { player } = play;
  if (play.stopped) return [heading(words.stopped), drawStopped(app, play.script, play.stopped, id !== TIMER)];
  const rests = app.diary.resting.find(({ technique }) => technique === id);
  if (!player && rests) return [heading(nameOf(app, play.script)), drawResting(app, today()), toToday(words)];
  if (!player && play.before) return drawBeforeIt(app, play);
  if (!player) return drawStart(app, play);
  if (player.isOver) return drawOver(app, play);
  const title = el("h1", { id: "session-title", class: "quiet" }, nameOf(app, play.script));
  if (play.asking) return [title, drawAsk(app, { answered, resume })];
  return [title, drawStage(app, player, stageOf(play))];
}

/** @param {Play} now */
const stageOf = ({ resumed }) => ({ resumed, stop: askWhy, end: endHere, act });

/**
 * A technique that is not compared is in no document: it is fetched, and kept for when there is no net.
 * @param {App} app
 * @param {string} id
 */
async function fetchScript(app, id) {
  const foot = app.diary.document.foot;
  const script = await ask(`session/script?do=${encodeURIComponent(id)}&foot=${foot}`).catch(() => scriptKept(id, foot));
  fetched[id] = script;
  if (script) keepScript(script);
  app.redraw("session-title");
}

/** @param {Child} said */
const heading = (said) => el("h1", { id: "session-title" }, said);

/** @param {App} app @param {Session} script */
const nameOf = ({ diary }, script) => say(diary.words.player.title, { name: capital(script.name), side: diary.words.player[script.feet] });

/** @param {string} id @param {Session} script @returns {Play} */
function takeUp(id, script) {
  readSound(() => play?.player || page.redraw());
  leftOff(id).then((left) => {
    if (!left || !play || play.id !== id || play.player) return;
    play.left = left;
    if (left.minutes) chooseMinutes(left.minutes);
    else page.redraw();
  });
  return { id, script, player: null, log: newLog(), minutes: null, left: null, before: false, resumed: false, asking: false, stopped: 0, told: null };
}

/** @param {number} minutes */
function chooseMinutes(minutes) {
  if (!play) return;
  play.minutes = minutes;
  play.script = forMinutes(play.script, minutes);
  page.redraw("session-title");
}

/** Before it begins: what it is, how long, and how it is heard. @param {App} app @param {Play} now @returns {Child[]} */
function drawStart(app, { id, script, left }) {
  const { player: words, pictures } = app.diary.words;
  const shows = script.steps.find((step) => step.shows)?.shows;
  const seen = shows && drawBody(shows, { side: script.feet, path: null, still: true, says: pictures[poseOf(shows)] });
  const minutes = clock(script.seconds);
  const soon = tooSoon(app.diary, script, Date.now());
  return [
    heading(nameOf(app, script)),
    drawTaughtBy(app.diary, id),
    el("p", {}, say(words.lasts, { time: minutes })),
    seen && el("div", { class: "pictures small" }, seen.element),
    drawSound(app, () => app.redraw()),
    soon && !left ? drawApart(app, script, soon, () => (id === TIMER ? begin(null) : askBefore())) : null,
    left && el("button", { class: "wide large", id: "take-up", onclick: () => begin(left) }, say(words.take_up, { number: left.at + 1 })),
    (left || !soon) && el("button", { class: left ? "quiet wide" : "wide large", id: "begin", onclick: () => (id === TIMER ? begin(null) : askBefore()) }, left ? words.anew : words.begin),
    el(
      "details",
      { class: "more", id: "stop-for", open: app.open["stop-for"] },
      el("summary", {}, words.stop_for),
      el("p", {}, script.how_hard),
      el("ul", {}, script.stop.map((line) => el("li", {}, line))),
    ),
    id !== TIMER && el("p", {}, el("a", { href: `?do=${TIMER}` }, words.timer_instead)),
  ];
}

/** Half as long: what was asked for where it hurts already. */
function shorten() {
  if (play) play.script = lighter(play.script);
}

function askBefore() {
  if (!play) return;
  play.before = true;
  page.redraw("before-ask");
}

/** @param {App} app @param {Play} now @returns {Child[]} */
const drawBeforeIt = (app, { script, log }) => [
  el("h1", { id: "session-title", class: "quiet" }, nameOf(app, script)),
  drawBefore(app, app.diary.words.after, script, { log, next: ({ lighter }) => (lighter && shorten(), begin(null)) }),
];

/** In the tap that begins it: only then may the page sound. @param {Mark | null} left */
function begin(left) {
  if (!play) return;
  play.log = left?.log ?? play.log;
  play.resumed = left !== null;
  play.left = null;
  play.player = new Player(play.script, around(page), left);
  play.player.act((playing) => playing);
}

/** @param {App} app @returns {import("./player.js").Around} */
const around = (app) => ({
  soon: app.diary.words.player.soon,
  language: language(),
  sound,
  aloud,
  onStep: ({ tapped }) => {
    keep();
    const draw = () => {
      const shown = document.querySelector(".stage");
      if (!shown) app.redraw("player-main");
      else if (play?.player && !play.asking) renew(app, play.player, stageOf(play)); // its keys stay, and the focus on them
      if (play?.player) animate(play.player);
    };
    if (tapped || !afterPress(draw)) draw(); // a key that moves under the toe loses the tap
  },
  onTime: () => {
    if (!play?.player) return;
    showTime(app, play.player);
    if (play.player.lived - kept_ >= KEPT_EACH) keep();
  },
  onAway: () => {
    if (play) play.resumed = true;
    keep();
    app.redraw("player-main");
  },
  onOver: finish,
});

/** @param {(playing: any) => any} how */
function act(how) {
  if (!play?.player) return;
  play.resumed = false;
  play.player.act(how);
}

/** Where it is, so that a call or a reload loses nothing. */
function keep() {
  if (!play?.player) return;
  kept_ = play.player.lived;
  const { id, log, minutes, player } = play;
  const over = player.isOver || play.stopped;
  keepPlace(over ? null : { ...player.place, technique: id, minutes, log });
}

/** To those who hear the page: only where the voice of the device is silent. @param {string[]} texts */
function aloud(texts) {
  const place = document.getElementById("aloud");
  if (!place || !play?.player || play.player.isOver) return;
  const { step } = play.player;
  const { title, what, cue, where, notes, waits } = step;
  const soon = texts.length === 1 && texts[0] !== step.say;
  const words = page.diary.words.player;
  const begins = what.startsWith(title) ? [] : [`${title}.`];
  const said = soon ? texts : [...begins, what, cue, where?.says, paceOf(step, words), ...(waits ? notes : [])].filter(Boolean);
  place.textContent = said.join(" ");
}

function askWhy() {
  if (!play?.player) return;
  play.player.stop();
  play.asking = true;
  keep();
  page.redraw("stop-ask");
}

function resume() {
  if (!play) return;
  play.asking = false;
  page.redraw("player-main"); // it stands still until they go on
}

/** @param {number} number */
function answered(number) {
  if (!play) return;
  play.stopped = number;
  keep();
  if (play.id === TIMER) return page.redraw("session-title");
  tellPlayed(play);
  tellStop(page, play.id, number);
}

function endHere() {
  act((playing) => start(playing.steps, playing.steps.length));
}

/** It was done: that is noted without being asked, unless much of it was passed over. */
function finish() {
  keep();
  if (!play?.player) return;
  const { id, player, script } = play;
  if (id !== TIMER) tellPlayed(play);
  if (id !== TIMER && player.lived >= ENOUGH * script.seconds) noteDone(id);
  else page.redraw("session-title");
}

/** That it was played, and how long; what it was like is told with a later tap. @param {Play} now */
function tellPlayed({ script, player, log }) {
  log.seconds = player?.lived ?? 0;
  if (log.seconds >= 1) tellSession(page, script, log);
}

/** @param {string} technique */
function noteDone(technique) {
  if (play) play.told = technique;
  tellDone(page, technique);
}

/** @param {App} app @param {Play} now @returns {Child[]} */
function drawOver(app, { id, script, told, log }) {
  const { player: words } = app.diary.words;
  if (id === TIMER) return [heading(words.over), el("p", { class: "big" }, words.over_what), drawRolled(app, { told, tell: noteDone }), toToday(words)];
  return [heading(words.over), drawEnd(app, words, script, { told: told !== null, did: () => noteDone(id), log })];
}

document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
window.addEventListener("pagehide", keep);
