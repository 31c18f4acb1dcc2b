// So far: the picture, both answers, and the same in numbers.

import { plus, shortDay } from "./days.js";
import { el } from "./dom.js";
import { drawLoad } from "./load.js";
import { drawMeasuresSoFar, drawToMeasure } from "./measures.js";
import { drawOtherCare } from "./other_care.js";
import { drawPicture } from "./picture.js";
import { toSomebody } from "./safety.js";
import { drawAllTaughtBy } from "./taught_by.js";

/** @import { App, Child, ComfortSoFar, Days, FootDocument, LivedDay, SoFar, Table, Words } from "../../types.js" */

const FEW_ROWS = 28;

/** @param {App} app @returns {Child[]} */
export function drawSoFar(app) {
  const { diary } = app;
  const { days, so_far: soFar, said } = diary.document;
  const words = diary.words.so_far;
  const title = el("h1", {}, diary.words.app.so_far);
  const history = el(
    "p",
    { class: "ways" },
    el("a", { class: "away", href: "../history/" }, diary.words.history.link),
    el("a", { class: "away", href: "../before/" }, words.set_off),
    el("a", { class: "away", href: "../visit/" }, words.visit),
    toSomebody(diary.words.safety),
  );
  if (!days || !soFar) return [title, el("p", {}, words.none), drawMeasuresSoFar(app), diary.document.foot && drawToMeasure(app), history];
  return [
    title,
    drawStage(soFar, words),
    soFar.choice && answer(words.which, soFar.choice),
    soFar.comfort && drawComfort(diary.words.after, soFar.comfort),
    soFar.tables.length > 0 && soFar.helps && answer(words.helps, soFar.helps),
    days.pain.some((pain) => pain !== null) && drawPicture(app, days, soFar),
    diary.document.other_care && drawOtherCare(diary.document.other_care),
    drawAllTaughtBy(diary, diary.compared),
    history,
    soFar.tables.length > 0 && el("p", { class: "help" }, soFar.felt),
    soFar.second && el("p", { class: "help" }, soFar.second),
    answer(words.level, soFar.level_words, soFar.drift),
    soFar.load && drawLoad(app, soFar.load),
    ...soFar.tables.map(drawTable),
    soFar.tables.length > 0 && el("p", { class: "help" }, words.in_brackets),
    drawMeasuresSoFar(app),
    drawToMeasure(app),
    drawMornings(app, words, days),
    el("p", {}, el("a", { class: "away", href: "../compare/" }, words.change), " ", el("span", { class: "help" }, words.change_help)),
    said.length > 1 && drawBefore(app, words, said),
  ];
}

/** Where the comparison stands, in words, before any picture. @param {SoFar} soFar @param {Words} words */
function drawStage({ choice, facts, stage, to_go: toGo }, words) {
  if (!stage) return el("p", {}, facts);
  const [first, ...others] = stage.says;
  const ahead = stage.kind !== "answer" && toGo && !choice?.includes(toGo.says); // else it is said below
  return el(
    "section",
    { class: "card plan", id: "stage" },
    el("h2", {}, words.stands),
    el("p", { class: "lead" }, first),
    others.map((sentence) => el("p", {}, sentence)),
    ahead && el("p", {}, toGo.says),
    el("p", { class: "help" }, facts),
  );
}

/** @param {string} question @param {string[]} sentences */
function answer(question, ...sentences) {
  return el(
    "section",
    { class: "card answer" },
    el("h2", {}, question),
    sentences.map((sentence) => el("p", {}, sentence)),
  );
}

/** Where all are alike comfort may choose: the most comfortable first, apart from every pain result. @param {Words} after @param {ComfortSoFar} comfort */
const drawComfort = (after, { says, order, apart }) =>
  el(
    "section",
    { class: "card", id: "felt" },
    el("h2", {}, after.title),
    says.map((sentence) => el("p", {}, sentence)),
    el("ul", {}, order.map((one) => el("li", {}, one.says))),
    el("p", { class: "help" }, apart),
  );

/** @param {Table} table */
function drawTable({ title, columns, rows }) {
  return el(
    "section",
    { class: "card" },
    el("h2", {}, title),
    scrolling(
      title,
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col" }, column)))),
        el("tbody", {}, rows.map(drawRow)),
      ),
    ),
  );
}

/** @param {string[]} cells */
const drawRow = ([first, ...others]) =>
  el("tr", {}, el("th", { scope: "row" }, first), others.map((cell) => el("td", {}, cell)));

/** A wide table scrolls by itself, by keyboard too. @param {string} label @param {HTMLElement} table */
const scrolling = (label, table) =>
  el("div", { class: "scrolling", tabindex: "0", role: "region", "aria-label": label }, table);

/** @param {App} app @param {Words} words @param {Days} days */
function drawMornings(app, words, { start, pain }) {
  const { diary } = app;
  const days = pain.map((_, at) => diary.day(plus(start, at))).reverse();
  const shown = app.open.all_mornings ? days : days.slice(0, FEW_ROWS);
  /** @param {LivedDay} day */
  const row = (day) =>
    drawRow([
      shortDay(day.on),
      `${day.pain ?? words.missed}${day.late ? ` (${words.late})` : ""}`,
      diary.doing(diary.day(plus(day.on, -1)).did),
    ]);
  const more = () => {
    app.open.all_mornings = true;
    app.redraw("mornings");
  };
  return el(
    "details",
    { class: "card", id: "mornings", open: app.open.mornings },
    el("summary", {}, words.mornings),
    scrolling(
      words.mornings,
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el("tr", {}, [words.date, words.pain, words.did].map((name) => el("th", { scope: "col" }, name))),
        ),
        el("tbody", {}, shown.map(row)),
      ),
    ),
    shown.length < days.length && el("button", { class: "plain", onclick: more }, words.more),
  );
}

/** @param {App} app @param {Words} words @param {FootDocument["said"]} said */
function drawBefore(app, words, said) {
  /** @param {FootDocument["said"][number]} answer */
  const entry = ({ on, words: sentence }) => el("li", {}, el("strong", {}, shortDay(on)), " ", sentence);
  return el(
    "details",
    { class: "card", id: "before", open: app.open.before },
    el("summary", {}, words.before),
    el("ol", { class: "before", reversed: true }, [...said].reverse().map(entry)),
  );
}
