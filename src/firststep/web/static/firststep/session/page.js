// A session on the phone, from its script: getting ready, playing, stopping, the end. All of it works without a net.

import { today } from "../days.js";
import { capital, el, say } from "../dom.js";
import { afterPress } from "../press.js";
import { drawResting } from "../resting.js";
import { sayAloud, stepInWords } from "./aloud.js";
import { drawBefore } from "./before.js";
import { drawEnd } from "./ending.js";
import { keepPlace, leftOff } from "./keeping.js";
import { lighter } from "./lighter.js";
import { newLog, tellSession } from "./log.js";
import { Player } from "./player.js";
import { start } from "./playing.js";
import { scriptFor } from "./scripts.js";
import { language, readSound, sound } from "./sound.js";
import { animate, drawStage, renew, showTime } from "./stage.js";
import { drawStart } from "./starting.js";
import { drawAsk, drawStopped, tellStop, toToday } from "./stopping.js";
import { TIMER, drawMinutes, drawRolled, forMinutes, tellDone } from "./timing.js";

/** @import { App, Child, Log, Session } from "../../../types.js" */
/** @import { Mark } from "./keeping.js" */

const KEPT_EACH = 5; // seconds played, after which its place is kept
const ENOUGH = 0.5; // of a session, to be noted as done without being asked

/**
 * @typedef {object} Play
 * @property {string} id
 * @property {Session} whole its script
 * @property {Player | null} player null until it is begun
 * @property {Log} log what is told of it
 * @property {number | null} minutes of the timer
 * @property {boolean} half half as long, for whoever hurts before it begins
 * @property {number} keptAt seconds played when its place was kept last
 * @property {Mark | null} left where it was left
 * @property {boolean} before how much it hurts is asked before it begins
 * @property {boolean} resumed
 * @property {boolean} asking why it was stopped
 * @property {number} stopped the number of the answer
 * @property {string | null} told the technique that was noted as done
 */

/** @type {Play | null} */
let play = null;
/** @type {App} */
let page;

/** @param {App} app @returns {Child[]} */
export function drawSession(app) {
  page = app;
  const { player: words } = app.diary.words;
  const id = new URLSearchParams(location.search).get("do") ?? "";
  const found = scriptFor(app, id);
  if (typeof found === "string") return drawNothing(app, found);
  play = play?.id === id ? play : takeUp(id, found);
  if (id === TIMER && !play.minutes) return drawMinutes(app, chooseMinutes).flat();
  const { player } = play;
  const script = scriptOf(play);
  if (play.stopped) return [heading(words.stopped), drawStopped(app, script, play.stopped, id !== TIMER)];
  if (!player && app.diary.rests(id)) return [heading(nameOf(app, script)), drawResting(app, today()), toToday(words)];
  if (!player && play.before) return drawBeforeIt(app, play);
  if (!player) return drawStart(app, { id, script, left: play.left, heading: heading(nameOf(app, script)), begin: id === TIMER ? () => begin(null) : askBefore, takeUp: begin });
  if (player.isOver) return drawOver(app, play);
  const title = el("h1", { id: "session-title", class: "quiet" }, nameOf(app, script));
  if (play.asking) return [title, drawAsk(app, { answered, resume })];
  return [title, drawStage(app, player, stageOf(play))];
}

/** @param {Play} now */
const stageOf = ({ resumed }) => ({ resumed, stop: askWhy, end: endHere, act });

/** The script as it is played: with the minutes that were chosen, or half as long. @param {Play} now */
const scriptOf = ({ whole, minutes, half }) => (half ? lighter(whole) : minutes ? forMinutes(whole, minutes) : whole);

/** There is no script, or not yet. @param {App} app @param {"asked" | "none" | "away"} why */
const drawNothing = ({ diary: { words } }, why) => [
  heading(words.app.session),
  why !== "asked" && el("p", {}, why === "none" ? words.player.none : words.app.not_reached),
  toToday(words.player),
];

/** @param {Child} said */
const heading = (said) => el("h1", { id: "session-title" }, said);

/** @param {App} app @param {Session} script */
const nameOf = ({ diary }, script) => say(diary.words.player.title, { name: capital(script.name), side: diary.words.player[script.feet] });

/** @param {string} id @param {Session} whole @returns {Play} */
function takeUp(id, whole) {
  readSound(() => play?.player || page.redraw());
  leftOff(id).then((left) => {
    if (!left || !play || play.id !== id || play.player) return;
    play.left = left;
    play.half = left.half;
    if (left.minutes) chooseMinutes(left.minutes);
    else page.redraw();
  });
  return { id, whole, player: null, log: newLog(), minutes: null, half: false, keptAt: 0, left: null, before: false, resumed: false, asking: false, stopped: 0, told: null };
}

/** @param {number} minutes */
function chooseMinutes(minutes) {
  if (!play) return;
  play.minutes = minutes;
  page.redraw("session-title");
}

function askBefore() {
  if (!play) return;
  play.before = true;
  play.half = false; // what was left may have been shorter
  page.redraw("before-ask");
}

/** @param {App} app @param {Play} now @returns {Child[]} */
function drawBeforeIt(app, now) {
  const script = scriptOf(now);
  /** @param {{lighter: boolean}} how */
  const next = (how) => {
    now.half = how.lighter;
    begin(null);
  };
  return [
    el("h1", { id: "session-title", class: "quiet" }, nameOf(app, script)),
    drawBefore(app, app.diary.words.after, script, { log: now.log, next }),
  ];
}

/** In the tap that begins it: only then may the page sound. @param {Mark | null} left */
function begin(left) {
  if (!play) return;
  play.log = left?.log ?? play.log;
  play.resumed = left !== null;
  play.left = null;
  play.player = new Player(scriptOf(play), around(page), left);
  play.player.act((playing) => playing);
}

/** @param {App} app @returns {import("./player.js").Around} */
const around = (app) => ({
  soon: app.diary.words.player.soon,
  language: language(),
  sound,
  aloud: (texts, { begins }) => play?.player && sayAloud(begins ? stepInWords(play.player.step, app.diary.words.player) : texts.join(" ")),
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
    if (play.player.lived - play.keptAt >= KEPT_EACH) keep();
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
  play.keptAt = play.player.lived;
  const { id, log, minutes, half, player } = play;
  const over = player.isOver || play.stopped;
  keepPlace(over ? null : { ...player.place, technique: id, minutes, half, log });
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
  const { id, player } = play;
  if (id !== TIMER) tellPlayed(play);
  if (id !== TIMER && player.lived >= ENOUGH * player.script.seconds) noteDone(id);
  else page.redraw("session-title");
}

/** That it was played, and how long; what it was like is told with a later tap. @param {Play} now */
function tellPlayed(now) {
  now.log.seconds = now.player?.lived ?? 0;
  if (now.log.seconds >= 1) tellSession(page, scriptOf(now), now.log);
}

/** @param {string} technique */
function noteDone(technique) {
  if (play) play.told = technique;
  tellDone(page, technique);
}

/** @param {App} app @param {Play} now @returns {Child[]} */
function drawOver(app, now) {
  const { id, told, log } = now;
  const { player: words } = app.diary.words;
  if (id === TIMER) return [heading(words.over), el("p", { class: "big" }, words.over_what), drawRolled(app, { told, tell: noteDone }), toToday(words)];
  return [heading(words.over), drawEnd(app, words, scriptOf(now), { told: told !== null, did: () => noteDone(id), log })];
}

document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
window.addEventListener("pagehide", keep);
