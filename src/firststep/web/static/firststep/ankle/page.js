// How far the ankle bends: which way, then its script step by step; the number is kept with the third.

import { shortDay, today } from "../days.js";
import { capital, el, say } from "../dom.js";
import { readingOf, unitOf } from "../lengths.js";
import { ANKLE, isAnkle, middle, timeOn, whatOn } from "../measured.js";
import { drawReading, shownReading, shownReadings, tellReadings, wrongReading } from "../readings.js";
import { Player } from "../session/player.js";
import { back, goOn } from "../session/playing.js";
import { sayAloud } from "../session/aloud.js";
import { drawSound, language, readSound, sound } from "../session/sound.js";
import { drawStopFor } from "../session/stopping.js";
import { drawLunge } from "./picture.js";
import { drawTaking, isTaking, leaveTaking } from "./taking.js";

/** @import { AnkleMeasure, AnkleName, App, By, Child, Foot } from "../../../types.js" */
/** @import { Playing } from "../session/playing.js" */

/**
 * @typedef {{
 *   kind: AnkleName,
 *   foot: Foot | null,
 *   player: Player,
 *   readings: number[],
 *   by: By[],
 *   text: string,
 *   before: any,
 *   told: boolean,
 *   stopped: boolean,
 * }} State
 * `readings` and `by` are of the times that are done; `text` stands in the field; `before` is what was
 * told of this day earlier.
 */

/** @type {State | null} */
let state = null;
let isRead = false; // how sessions are heard on this device

/** @param {App} app @returns {Child[]} */
export function drawAnkle(app) {
  const { diary } = app;
  const { app: shell, ankle: words } = diary.words;
  const kind = /** @type {AnkleName | null} */ (new URLSearchParams(location.search).get("what"));
  if (!words || !diary.document.measures[ANKLE[0]]) return [el("h1", {}, shell.measure), toToday(app)]; // an older document
  if (!kind || !isAnkle(kind)) return drawChoice(app);
  const { script } = diary.document.measures[kind];
  const mine = state?.kind === kind && state.foot === diary.document.foot ? state : null;
  if (mine?.stopped) return drawStopped(app);
  if (mine?.told) return drawResult(app, mine);
  if (!script || diary.document.clear !== true) return drawNotNow(app, diary.document.measures[kind]);
  state = mine?.player.playing.at ? mine : begin(app, kind); // the first step may be drawn from a newer document
  return drawStep(app, state);
}

/** @param {App} app @param {AnkleName} kind @returns {State} */
function begin(app, kind) {
  const { foot, measures } = app.diary.document;
  const { script } = measures[kind];
  if (!isRead) readSound(() => state?.player.playing.at || app.redraw());
  isRead = true;
  const before = whatOn(app.diary, kind, today());
  const player = new Player(/** @type {import("../../../types.js").Session} */ (script), {
    soon: "", // no step ends by itself
    language: language(),
    sound,
    aloud: (said) => sayAloud(said.join(" ")),
    onStep: () => app.redraw("ankle-step"),
    onTime: () => {},
    onOver: () => {},
    onAway: () => {},
  });
  return { kind, foot, player, readings: [], by: [], text: "", before, told: false, stopped: false };
}

/** @param {App} app @returns {Child[]} */
function drawChoice(app) {
  const { app: shell, ankle: words, history, measuring } = app.diary.words;
  const { foot } = app.diary.document;
  const title = el("h1", {}, shell.measure, foot && el("small", {}, history[`heel_${foot}`]));
  /** @param {AnkleName} kind */
  const choice = (kind) =>
    el(
      "section",
      { class: "card" },
      el("h2", {}, measuring[kind]),
      el("p", {}, words[`${kind}_about`]),
      el("p", {}, el("a", { class: "button", href: `?what=${kind}`, "aria-label": `${measuring.measure}: ${measuring[kind]}` }, measuring.measure)),
    );
  return [title, el("p", {}, words.lead), ANKLE.map(choice), toToday(app)];
}

/** @param {App} app */
const toToday = (app) => el("p", {}, el("a", { class: "button quiet", href: "../today/" }, app.diary.words.player.to_today));

/** @param {App} app @param {AnkleMeasure} measure @returns {Child[]} */
function drawNotNow(app, { because }) {
  const { ankle: words, today: short } = app.diary.words;
  const { clear } = app.diary.document;
  const key = clear === null ? "check" : because.length ? (clear ? "barred" : "see") : "again";
  return [
    el("h1", {}, words.not_now),
    el(
      "section",
      { class: "card" },
      el("p", {}, words[`not_now_${key}`]),
      key === "barred" && el("ul", {}, because.map((line) => el("li", {}, line))),
      el("p", {}, el("a", { href: "../compare/" }, short.to_check)),
    ),
    toToday(app),
  ];
}

/** In a tap: to another step, which is drawn, and heard where it may be. @param {State} now @param {(playing: Playing) => Playing} how */
function move(now, how) {
  leaveTaking();
  now.text = "";
  now.player.act(how);
}

/** @param {App} app @param {State} now @returns {Child[]} */
function drawStep(app, now) {
  const { ankle: words, player: player_words } = app.diary.words;
  const { kind, player, readings } = now;
  const { script, step } = player;
  const { at, steps } = player.playing;
  const measures = step.kind === "measure";
  const taking = measures && isTaking();
  return [
    el("h1", { class: "quiet" }, say(player_words.title, { name: capital(script.name), side: player_words[script.feet] })),
    el(
      "section",
      { class: "card measuring", "data-playing": at > 0 },
      el("p", { class: "help" }, say(player_words.step, { number: at + 1, steps: steps.length })),
      el("h2", { id: "ankle-step" }, step.title, !taking && el("span", { class: "what" }, step.what)),
      measures && readings.length > 0 && el("p", {}, say(words.taken_before, { readings: shownReadings(app, kind, readings) })),
      measures && drawNumber(app, now),
      !taking && [step.notes.map((note) => el("p", { class: "help" }, note)), drawLunge(words, kind)],
    ),
    !measures && el("button", { class: "wide large", onclick: () => move(now, goOn) }, player_words.go_on),
    at > 0 && !taking && el("div", { class: "ways" }, el("button", { class: "quiet", onclick: () => goBack(now) }, player_words.back)),
    at > 0 && el("button", { class: "careful wide", onclick: () => stop(app, now) }, player_words.stop),
    at === 0 && drawSound(app, () => app.redraw()),
    drawStopFor(app, script),
  ];
}

/** Back to the step before; where that was measured, its number is taken anew. @param {State} now */
function goBack(now) {
  const { at, steps } = now.player.playing;
  const done = steps.slice(0, at - 1).filter(({ kind }) => kind === "measure").length;
  now.readings.length = now.by.length = Math.min(now.readings.length, done);
  move(now, back);
}

/** The number of this time: typed, or taken by the phone. @param {App} app @param {State} now */
function drawNumber(app, now) {
  const form = () => drawForm(app, now);
  if (now.kind !== "shin-angle") return form();
  const { ankle: words } = app.diary.words;
  /** @param {number} lean */
  const keep = (lean) => keepReading(app, now, { reading: lean, by: "sensor" });
  return [
    drawTaking(app, keep),
    !isTaking() && el("details", { class: "more", id: "typed", open: app.open.typed }, el("summary", {}, words.typed), form()),
  ];
}

/** @param {App} app @param {State} now */
function drawForm(app, now) {
  const { kind, readings } = now;
  const { ankle: words } = app.diary.words;
  const { settings, measures } = app.diary.document;
  const unit = unitOf(kind, settings);
  /** @param {string} text */
  const typed = (text) => {
    now.text = text;
  };
  const last = readings.at(-1);
  const begin = last === undefined ? undefined : unit.type(last);
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const reading = readingOf(now.text, unit, measures[kind].highest);
    if (reading !== null) return keepReading(app, now, { reading, by: "typed" });
    const problem = document.getElementById("reading-problem");
    if (problem) problem.textContent = wrongReading(app, kind);
    return document.getElementById("reading")?.focus();
  };
  return el(
    "form",
    { onsubmit: submit },
    drawReading(app, kind, { id: "reading", text: now.text, typed, begin }),
    el("button", { class: "wide large" }, words.and_next),
  );
}

/** @param {App} app @param {State} now @param {{reading: number, by: By}} what */
async function keepReading(app, now, { reading, by }) {
  now.readings.push(reading);
  now.by.push(by);
  const { most } = app.diary.document.measures[now.kind];
  if (now.readings.length < most) return move(now, goOn);
  leaveTaking();
  now.player.stop();
  now.told = true;
  const sensed = now.by.every((one) => one === "sensor");
  const told = { kind: now.kind, answers: now.readings, by: /** @type {By} */ (sensed ? "sensor" : "typed") };
  return tellReadings(app, today(), { ...told, focus: "ankle-title" });
}

/** What came out, once all three are told; the last step comes first, as the person still stands there. @param {App} app @param {State} now @returns {Child[]} */
function drawResult(app, now) {
  const { ankle: words, measuring } = app.diary.words;
  const { kind, player, readings } = now;
  const { change, error, note, since } = app.diary.document.measures[kind];
  const end = player.script.steps.at(-1);
  const time = timeOn(app.diary, kind, today());
  if (!time) return [el("h1", { id: "ankle-title" }, measuring[kind]), el("p", {}, measuring.taken_back), drawAfter(app, now)];
  const changed = change && since && `${say(measuring.since, { day: shortDay(since) })} ${change}`;
  const said = time.unsaved ? words.waits : (changed ?? words.first);
  return [
    el("h1", { id: "ankle-title" }, end?.title),
    el("p", { class: "lead" }, end?.what),
    el(
      "section",
      { class: "card plan", id: "ankle-result" },
      el("h2", {}, measuring[kind]),
      el("p", { class: "big" }, say(words.result, { score: shownReading(app, kind, middle(readings)) })),
      el("p", {}, say(words.readings, { readings: shownReadings(app, kind, readings) })),
      el("p", {}, said),
      el("p", { class: "help" }, error, " ", words.under),
      el("p", { class: "help" }, note),
      kind === "shin-angle" && el("p", { class: "help" }, words.same_phone),
    ),
    drawAfter(app, now),
  ];
}

/** @param {App} app @param {State} now */
function drawAfter(app, now) {
  const { ankle: words, player } = app.diary.words;
  const again = () => {
    state = null;
    app.redraw("ankle-step");
  };
  const undo = () => app.tell(now.kind, today(), now.before, { focus: "ankle-title" });
  return [
    el("p", {}, el("a", { class: "button wide", href: "../today/" }, player.to_today)),
    el(
      "div",
      { class: "ways" },
      el("a", { class: "button quiet", href: "../so-far/" }, words.to_so_far),
      el("button", { class: "quiet", onclick: again }, words.again),
    ),
    timeOn(app.diary, now.kind, today()) && el("button", { class: "plain", onclick: undo }, words.before),
  ];
}

/** It hurts: out of the lunge first. It is not asked for any more. @param {App} app @param {State} now */
function stop(app, now) {
  leaveTaking();
  now.player.stop();
  now.stopped = true;
  return app.tell("setting", today(), { name: "ask-ankle", value: "off" }, { focus: "ankle-title" });
}

/** @param {App} app @returns {Child[]} */
function drawStopped(app) {
  const { ankle: words, player, today: short } = app.diary.words;
  return [
    el("h1", { id: "ankle-title" }, player.stopped),
    el("p", { class: "big" }, words.stopped_what),
    el("section", { class: "card warning" }, el("p", {}, words.stopped_torn), el("p", {}, words.stopped_numb), el("p", {}, el("a", { href: "../compare/" }, short.to_check))),
    el("p", {}, words.stopped_off),
    toToday(app),
  ];
}
