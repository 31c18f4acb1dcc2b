// One step on the screen, for a phone that lies on the floor: what to see, how long, and keys for a toe.

import { el, say } from "../dom.js";
import { drawBody, poseOf } from "./bodies.js";
import { drawNear } from "./near.js";
import { allLeft, back, goOn, pause, repeat, skip, stepLeft } from "./playing.js";
import { drawWhere } from "./where.js";

/** @import { App, Child, Step, Words } from "../../../types.js" */
/** @import { Player } from "./player.js" */
/** @import { Moving } from "./where.js" */

const MINUTE = 60;
const PACE = 4; // seconds of one round where none is told
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** @type {Moving[]} */
let moving = []; // the pictures on the screen
let frame = 0;

/** @param {number} seconds */
export const clock = (seconds) => {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / MINUTE)}:${String(whole % MINUTE).padStart(2, "0")}`;
};

/**
 * @param {App} app
 * @param {Player} player
 * @param {{resumed: boolean, stop: () => void, end: () => void, act: (how: (playing: any) => any) => void}} options
 * @returns {Child[]}
 */
export function drawStage(app, player, { resumed, stop, end, act }) {
  const { player: words } = app.diary.words;
  const { step, next, playing } = player;
  /** What the large key does depends on where it is when it is pressed. @param {any} now */
  const goOnOrPause = (now) => (now.paused || player.step.waits ? goOn(now) : pause(now));
  const waits = step.waits || playing.paused;
  /** @param {string} name @param {(playing: any) => any} how @param {boolean} can */
  const key = (name, how, can) => el("button", { class: "quiet key", onclick: () => act(how), disabled: !can }, words[name]);
  return [
    el(
      "section",
      { class: "stage", "data-kind": step.kind, "data-playing": true },
      el("p", { class: "bar" }, el("span", {}, say(words.step, { number: playing.at + 1, steps: playing.steps.length })), el("span", { id: "all-left" }, leftInAll(player, words))),
      el("progress", { id: "all-done", max: "1", value: "0", "aria-label": words.progress }),
      drawPictures(app, step),
      el(
        "div",
        { class: "now" },
        el("h2", {}, step.title),
        step.waits ? null : el("p", { class: "time", id: "step-left", role: "timer", "aria-live": "off" }, clock(step.seconds - player.passed)),
      ),
      el("p", { class: "what" }, step.what),
      step.cue && el("p", { class: "cue" }, step.cue),
      waits && drawMore(step, words, { resumed, number: playing.at + 1, paused: playing.paused, end }),
      next && el("p", { class: "following" }, say(words.next, { title: next.title })),
    ),
    el(
      "div",
      { class: "keys" },
      el("button", { class: "wide large", id: "player-main", onclick: () => act(goOnOrPause) }, waits ? words.go_on : words.pause),
      el("div", { class: "ways" }, key("back", back, playing.at > 0), key("again", repeat, !step.waits), key("skip", skip, step.skippable && !step.waits)),
      el("button", { class: "careful wide", onclick: stop }, words.stop),
    ),
  ];
}

/**
 * The next step in place of the one before: what is seen is new, the keys are the same, with what they can do now.
 * @param {App} app
 * @param {Player} player
 * @param {Parameters<typeof drawStage>[2]} options
 */
export function renew(app, player, options) {
  const [section, keys] = /** @type {HTMLElement[]} */ (drawStage(app, player, options));
  document.querySelector(".stage")?.replaceWith(section);
  const now = document.querySelectorAll(".keys button");
  for (const [at, button] of keys.querySelectorAll("button").entries()) {
    const key = /** @type {HTMLButtonElement} */ (now[at]);
    if (key.textContent !== button.textContent) key.textContent = button.textContent;
    key.disabled = button.disabled;
  }
}

/** How fast, in words. @param {Step} step @param {Words} words */
export const paceOf = ({ pace_seconds: seconds, where }, words) => seconds && where && say(where.back ? words.pace : words.pace_one, { seconds });

/**
 * What there is time to read, and the way out.
 * @param {Step} step
 * @param {Words} words
 * @param {{resumed: boolean, number: number, paused: boolean, end: () => void}} now
 */
function drawMore(step, words, { resumed, number, paused, end }) {
  return el(
    "div",
    { class: "more-of-it" },
    resumed ? el("p", {}, say(words.resumed, { number })) : paused && el("p", {}, words.paused),
    step.where && el("p", {}, [say(words.where, { where: step.where.says }), paceOf(step, words)].filter(Boolean).join(" ")),
    step.notes.length > 0 && el("ul", { class: "help" }, step.notes.map((note) => el("li", {}, note))),
    number > 1 && el("p", {}, el("button", { class: "plain", onclick: end }, words.end)),
  );
}

/** @param {Player} player @param {Words} words */
const leftInAll = ({ playing }, words) => say(words.left_all, { time: clock(allLeft(playing)) });

/** Where and how; nothing where a step needs no picture. @param {App} app @param {Step} step */
function drawPictures(app, step) {
  const { maps } = app.diary.document;
  moving = [];
  const shows = step.shows;
  if (!shows) return null;
  const { pictures } = app.diary.words;
  const still = calm.matches;
  const how = { side: step.side, path: step.where, still };
  if (step.where) moving.push(drawWhere(maps[step.where.map], step.where, { side: step.side, tool: shows.tool, number: step.times > 1 ? step.number : null, still }));
  if (!shows.foot || !step.where) moving.push(drawBody(shows, { ...how, says: pictures[poseOf(shows)] }));
  if (shows.foot) moving.push(drawNear(maps.side, shows, { ...how, says: (shows.moves && pictures[shows.moves]) || pictures[poseOf(shows)] }));
  return el("div", { class: "pictures", "data-still": still }, moving.map(({ element }) => element));
}

/** Move the pictures as the time goes, frame by frame; they stand where it is paused. @param {Player} player */
export function animate(player) {
  cancelAnimationFrame(frame);
  if (calm.matches) return;
  const show = () => {
    if (player.isOver || !moving.length) return;
    const { step, passed } = player;
    const pace = step.pace_seconds ?? PACE;
    for (const { move } of moving) move((passed / pace) % 1, passed);
    if (!player.playing.paused) frame = requestAnimationFrame(show);
  };
  frame = requestAnimationFrame(show);
}

/** The times on the screen, without drawing it anew. @param {App} app @param {Player} player */
export function showTime(app, player) {
  const { player: words } = app.diary.words;
  const [step, all, done] = ["step-left", "all-left", "all-done"].map((id) => document.getElementById(id));
  if (step) step.textContent = clock(stepLeft(player.playing));
  if (all) all.textContent = leftInAll(player, words);
  if (done) /** @type {HTMLProgressElement} */ (done).value = 1 - allLeft(player.playing) / player.script.seconds;
}
