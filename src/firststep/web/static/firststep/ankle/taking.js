// The lean of the shin, taken by the phone without a tap: a count to get there, then the first second
// that it holds still. A tone, a tremor and words say that it is taken; the page alone says so too.

import { el, say } from "../dom.js";
import { shownReading } from "../readings.js";
import { sayAloud } from "../session/aloud.js";
import { language, sound } from "../session/sound.js";
import { plan, wake } from "../session/sounds.js";
import { speak } from "../session/voice.js";
import { READY_SECONDS, STILL_DEGREES, askSensor, listen, stageOf } from "./lean.js";

/** @import { App, Child } from "../../../types.js" */
/** @import { Sample, Sensor, Stage } from "./lean.js" */

const LAST_SECONDS = 3; // of the count that tick
const TICK_MS = 50;
const KIND = "shin-angle";
const TREMOR_MS = 300;

/** @type {Sensor | "asking" | null} */
let sensor = null; // not asked yet
/** @type {"idle" | Stage["phase"]} */
let phase = "idle";
let end = () => {}; // what ends the listening
let redraw = () => {}; // what draws the page that it is taken on
let taken = 0;

/** Nothing is being taken any more: another step, or another page. */
export function leaveTaking() {
  end();
  phase = "idle";
}

/** Whether hands are at the wall, or one lean was just taken: then nothing else is on the screen. */
export const isTaking = () => ["count", "hold", "taken"].includes(phase);

/**
 * What the phone can do here; `keep` has the lean that was taken, once the person wants it.
 * @param {App} app
 * @param {(lean: number) => void} keep
 * @returns {Child}
 */
export function drawTaking(app, keep) {
  const { ankle: words } = app.diary.words;
  const ask = async () => {
    sensor = "asking";
    const asked = askSensor(); // straight from the tap
    app.redraw("taking");
    sensor = await asked;
    app.redraw("taking");
  };
  const button = el("button", { type: "button", class: "wide large", onclick: ask }, words.sensor_go);
  if (sensor === null) return section(words, button, el("p", { class: "help" }, words.sensor_help));
  if (sensor === "asking") return section(words, el("p", { role: "status" }, words.sensor_asking));
  if (sensor !== "ready") {
    const why = [el("p", { role: "status" }, words[`sensor_${sensor}`]), el("p", { class: "help" }, words.sensor_typed)];
    return section(words, why, el("button", { type: "button", class: "plain", onclick: ask }, words.sensor_again));
  }
  const begin = () => start(app);
  if (phase === "taken") return drawTaken(app, begin, keep);
  if (phase === "count" || phase === "hold") return drawRunning(app);
  return section(
    words,
    phase === "failed" && el("p", { role: "status" }, words.not_still),
    el("button", { type: "button", class: "wide large", id: "taking-start", onclick: begin }, words.start),
    el("p", { class: "help" }, say(words.start_help, { seconds: READY_SECONDS })),
    el("p", { class: "help" }, say(words.hold_help, { degrees: STILL_DEGREES })),
  );
}

/** @param {Record<string, string>} words @param {Child[]} children */
const section = (words, ...children) => el("section", { id: "taking" }, el("h3", {}, words.sensor), children);

/** @param {App} app */
function drawRunning(app) {
  const { ankle: words } = app.diary.words;
  const leave = () => {
    leaveTaking();
    app.redraw("taking");
  };
  return el(
    "section",
    { id: "taking", class: "taking" },
    el("p", { class: "what" }, phase === "count" ? words.get_there : words.hold),
    el("p", { class: "time", id: "taking-now" }),
    el("button", { type: "button", class: "plain", onclick: leave }, words.stop_taking),
  );
}

/** @param {App} app @param {() => void} begin @param {(lean: number) => void} keep */
function drawTaken(app, begin, keep) {
  const { ankle: words } = app.diary.words;
  return el(
    "section",
    { id: "taking", class: "taking taken" },
    el("p", { class: "time" }, say(words.taken, { lean: shownReading(app, KIND, taken) })),
    el("p", {}, words.taken_help),
    el("button", { type: "button", class: "wide large", onclick: () => keep(taken) }, words.and_next),
    el("button", { type: "button", class: "plain", onclick: begin }, words.take_again),
  );
}

/** Listen until a lean is taken, or until it takes too long. @param {App} app */
function start(app) {
  leaveTaking();
  if (sound() !== "silent") wake();
  redraw = () => app.redraw("taking");
  const began = performance.now();
  const { highest } = app.diary.document.measures[KIND];
  /** @type {Sample[]} */
  const samples = [];
  let counted = 0;
  const hear = listen((lean) => samples.push({ at: performance.now() - began, lean }));
  const timer = setInterval(() => {
    const at = performance.now() - began;
    const last = samples.at(-1);
    if (last) samples.push({ at, lean: last.lean }); // a phone that lies still says nothing new
    const stage = stageOf(samples, at, highest);
    if (stage.phase === "count" && stage.left !== counted && stage.left <= LAST_SECONDS) tone("tick");
    if (stage.phase === "count") counted = stage.left;
    if (stage.phase !== phase) enter(app, stage);
    write(app, stage);
  }, TICK_MS);
  end = () => {
    hear();
    clearInterval(timer);
  };
  enter(app, stageOf(samples, 0, highest));
}

/** @param {App} app @param {Stage} stage */
function enter(app, stage) {
  const { ankle: words } = app.diary.words;
  phase = stage.phase;
  if (phase === "count") tell(words.get_there, { inTap: true });
  if (phase === "hold") {
    tone("begin");
    tell(words.hold);
  }
  if (stage.phase === "taken") {
    end();
    taken = stage.lean;
    tone("done");
    navigator.vibrate?.(TREMOR_MS);
    tell(`${say(words.taken, { lean: shownReading(app, KIND, taken) })}. ${words.taken_help}`);
  }
  if (phase === "failed") {
    end();
    tell(words.not_still);
  }
  if (phase === "silent") {
    end();
    sensor = "silent";
    tell(words.sensor_silent);
  }
  app.redraw("taking");
}

/** @param {App} app @param {Stage} stage */
function write(app, stage) {
  const place = document.getElementById("taking-now");
  if (!place) return;
  if (stage.phase === "count") place.textContent = String(stage.left);
  if (stage.phase === "hold" && stage.lean !== null) {
    place.textContent = say(app.diary.words.ankle.leans, { lean: shownReading(app, KIND, Math.round(stage.lean)) });
  }
}

/** By the voice of the device, or by what reads the page aloud: never by both. @param {string} said @param {{inTap?: boolean}} [how] */
function tell(said, how) {
  if (sound() === "voice") speak([said], language(), how);
  else sayAloud(said);
}

/** @param {import("../session/cues.js").Tone} one */
function tone(one) {
  if (sound() !== "silent") plan(one, 0);
}

/** A page that is not seen hears no sensor: what was running there is over. */
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" || !["count", "hold"].includes(phase)) return;
  leaveTaking();
  redraw();
});
