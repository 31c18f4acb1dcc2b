// The worst pain of the week, what the heel makes hard, how far the ankle bends: a card on Today now
// and then, and So far.

import { shortDay } from "./days.js";
import { el, say } from "./dom.js";
import { drawFunctionForm, forgetForm } from "./function_form.js";
import { KINDS, NOTHING, isAnkle, timeOn, timesOf, whatOn } from "./measured.js";
import { drawReadingsForm, shownReading, shownReadings } from "./readings.js";
import { scores } from "./scores.js";
import { drawTold } from "./told.js";

/** @import { AnkleName, App, Child, Day, MeasureName, Taken, Words } from "../../types.js" */

const FEW_ROWS = 8;
const LATER = `firststep not now ${location.pathname.split("/")[1]}`;
/** @type {string | null} */
let later = null; // what was put off, in a browser that keeps nothing

/** What was taken today, to change, or the one that is due; nothing on most days. @param {App} app @param {Day} on */
export function drawMeasures(app, on) {
  const { diary } = app;
  if (!diary.document.measures) return null; // made before there were any
  const told = KINDS.filter((kind) => timeOn(diary, kind, on));
  const cards = told.map((kind) => drawTaken(app, kind, on));
  const due = told.length ? null : dueOn(app, on);
  if (due) cards.push(drawDue(app, due, on));
  return cards.length ? el("div", { id: "measures" }, cards) : null;
}

/** One at most: what is put off today is followed by no other. @param {App} app @param {Day} on */
function dueOn(app, on) {
  const { clear, measures, settings } = app.diary.document;
  const may = (/** @type {MeasureName} */ kind) => !isAnkle(kind) || clear === true; // answers that wait may bar a lunge
  const first = measures.due.find((kind) => settings[switchOf(kind)] !== "off" && may(kind));
  return first && !isPutOff(app, first, on) ? first : null;
}

/** @param {MeasureName} kind */
const switchOf = (kind) => (isAnkle(kind) ? "ask-ankle" : `ask-${kind}`);
/** @param {App} app @param {MeasureName} kind @param {Day} on */
const markOf = (app, kind, on) => `${app.diary.document.foot} ${on} ${kind}`;

/** @param {App} app @param {MeasureName} kind @param {Day} on */
function isPutOff(app, kind, on) {
  try {
    return (localStorage.getItem(LATER) ?? later) === markOf(app, kind, on);
  } catch {
    return later === markOf(app, kind, on);
  }
}

/** @param {App} app @param {MeasureName} kind @param {Day} on */
function putOff(app, kind, on) {
  later = markOf(app, kind, on);
  try {
    localStorage.setItem(LATER, later);
  } catch {
    // then it is asked again by the next page
  }
  app.open[cardOf(kind)] = false;
  forgetForm(app);
  app.redraw("measures"); // gone: the heading of the page has the focus then
}

/** @param {MeasureName} kind */
const cardOf = (kind) => `measure-${kind}`;

/** @param {App} app @param {MeasureName} kind @param {Day} on */
function drawDue(app, kind, on) {
  const words = app.diary.words.measuring;
  const id = cardOf(kind);
  return el(
    "section",
    { class: "card", id },
    el("h2", {}, words[`${kind}_title`]),
    kind === "worst" && drawWorst(app, on, { id }),
    kind === "function" && (app.open[id] ? drawFunctionForm(app, on, { id }) : drawOffer(app, words, id)),
    isAnkle(kind) && [el("p", {}, words.ankle_lead), el("p", {}, toMeasure(words.measure, kind))],
    el(
      "div",
      { class: "beside" },
      plain(words.later, () => putOff(app, kind, on)),
      plain(words.never, () => app.tell("setting", on, { name: switchOf(kind), value: "off" }, { focus: "measures" })),
    ),
    el("p", { class: "help" }, words.never_help),
  );
}

/** The form comes on a tap. @param {App} app @param {Words} words @param {string} id */
function drawOffer(app, words, id) {
  const open = () => {
    app.open[id] = true;
    app.redraw(`${id}-ask`);
  };
  return [el("p", {}, words.function_lead), el("p", {}, el("button", { type: "button", onclick: open }, words.begin))];
}

/** The page that leads through it. @param {string} words @param {AnkleName} kind */
const toMeasure = (words, kind) => el("a", { class: "button", href: `../measure/?what=${kind}` }, words);

/** @param {string} words @param {() => unknown} onclick */
const plain = (words, onclick) => el("button", { type: "button", class: "plain", onclick }, words);

/**
 * The question for the worst pain, for one day; `id` is the card that it stands in.
 * @param {App} app
 * @param {Day} on
 * @param {{id: string}} place
 * @returns {Child[]}
 */
export function drawWorst(app, on, { id }) {
  const { asks, how } = app.diary.document.measures.worst;
  const chosen = timeOn(app.diary, "worst", on)?.pain ?? null;
  /** @param {number} pain */
  const choose = (pain) => {
    app.open[id] = false;
    app.before = { ...app.before, [id]: whatOn(app.diary, "worst", on) };
    return app.tell("worst", on, { pain }, { focus: id });
  };
  return [
    el("p", { id: `${id}-ask` }, asks),
    scores(`${id}-ask`, choose, { chosen }),
    how.map((line) => el("p", { class: "help" }, line)),
  ];
}

/** @param {App} app @param {MeasureName} kind @param {Day} on */
function drawTaken(app, kind, on) {
  const words = app.diary.words.measuring;
  const id = cardOf(kind);
  const time = timeOn(app.diary, kind, on);
  if (!time || app.open[id]) return drawChanging(app, kind, on);
  const said = say(words[`told_${kind}`], { pain: time.pain ?? "", score: shownScore(app, kind, time) });
  const before = app.before?.[id];
  const undo = () => {
    delete app.before?.[id];
    return app.tell(kind, on, before, { focus: id });
  };
  return drawTold(app, id, said, { unsaved: time.unsaved, undo: before !== undefined && undo });
}

/** @param {App} app @param {MeasureName} kind @param {Day} on */
function drawChanging(app, kind, on) {
  const words = app.diary.words.measuring;
  const id = cardOf(kind);
  const close = () => {
    app.open[id] = false;
    forgetForm(app);
  };
  const leave = [
    plain(words.take_back, () => {
      close();
      return app.tell(kind, on, NOTHING[kind], { focus: id });
    }),
    plain(words.leave, () => {
      close();
      app.redraw(id);
    }),
  ];
  return el("section", { class: "card", id }, el("h2", {}, words[kind]), drawForm(app, on, { kind, id, leave }));
}

/** What changes a measure of a day; `leave` closes it. @param {App} app @param {Day} on @param {{kind: MeasureName, id: string, leave: Child[]}} place */
export function drawForm(app, on, { kind, id, leave }) {
  if (kind === "worst") return [drawWorst(app, on, { id }), leave];
  return isAnkle(kind) ? drawReadingsForm(app, on, { kind, id, leave }) : drawFunctionForm(app, on, { id, leave });
}

/** What a time adds up to, with its unit where it has one. @param {App} app @param {MeasureName} kind @param {Taken} time */
export function shownScore(app, kind, { pain, score }) {
  if (kind === "worst") return String(pain ?? "");
  return isAnkle(kind) && score !== undefined ? shownReading(app, kind, score) : rounded(score);
}

/** All that a time is made of; "" where that is its score. @param {App} app @param {MeasureName} kind @param {Taken} time */
export function shownParts(app, kind, { answers, readings }) {
  if (readings && isAnkle(kind)) return shownReadings(app, kind, readings);
  return answers?.map(([thing, able]) => `${thing} ${able}`).join(", ") ?? "";
}

/** @param {number | undefined} score */
const rounded = (score) => score?.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) ?? "";

/** Each measure in a small table, and what changed in words. @param {App} app */
export function drawMeasuresSoFar(app) {
  const { measures } = app.diary.document;
  const taken = KINDS.filter((kind) => measures?.[kind]?.history.length);
  return taken.length ? el("div", { id: "measured" }, taken.map((kind) => drawHistory(app, kind))) : null;
}

/** The way to measure the ankle, due or not. @param {App} app */
export const drawToMeasure = (app) =>
  el("p", {}, el("a", { class: "away", href: "../measure/" }, app.diary.words.app.measure));

/** @param {App} app @param {MeasureName} kind */
function drawHistory(app, kind) {
  const words = app.diary.words.measuring;
  const { measures } = app.diary.document;
  const { since, change } = measures[kind];
  const times = timesOf(app.diary, kind).reverse();
  const all = app.open[`all-${kind}`];
  const more = () => {
    app.open[`all-${kind}`] = true;
    app.redraw(`measured-${kind}`);
  };
  return el(
    "section",
    { class: "card", id: `measured-${kind}` },
    el("h2", {}, words[kind]),
    since && el("p", {}, say(words.since, { day: shortDay(since) }), " ", change),
    isAnkle(kind) && el("p", { class: "help" }, measures[kind].error, " ", measures[kind].note),
    drawTable(app, kind, all ? times : times.slice(0, FEW_ROWS)),
    !all && times.length > FEW_ROWS && plain(words.more, more),
  );
}

/** @param {App} app @param {MeasureName} kind @param {Taken[]} times */
function drawTable(app, kind, times) {
  const words = app.diary.words.measuring;
  const parts = isAnkle(kind) ? words.readings : words.answers;
  const columns = [words.date, words.score, kind !== "worst" && parts, kind === "shin-angle" && words.by].filter(Boolean);
  /** @param {Taken} time */
  const row = (time) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, shortDay(time.on)),
      el("td", {}, shownScore(app, kind, time)),
      kind !== "worst" && el("td", {}, shownParts(app, kind, time)),
      time.by && el("td", {}, words[`by_${time.by}`]),
    );
  return el(
    "div",
    { class: "scrolling", tabindex: "0", role: "region", "aria-label": words[kind] },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, times.map(row)),
    ),
  );
}
