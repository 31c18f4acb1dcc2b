// What to do today, why this one, and the ways to have it otherwise: another one, not today, leave it out.

import { capital, el, say } from "./dom.js";
import { kept } from "./kept.js";
import { allRest, drawNothing } from "./resting.js";
import { person } from "./server.js";
import { drawTaughtBy } from "./taught_by.js";

/** @import { App, Child, Day, Diary, PlannedDay, Words } from "../../types.js" */

const SEEN = "seen";
let reported = ""; // by this page

/** @param {App} app @param {Words} words @param {Day} on */
export function drawPlan(app, words, on) {
  const { diary } = app;
  const { clear, comparing, safety } = diary.document;
  if (!comparing) return drawStart(words);
  if (clear === null || safety.paused) return null; // the line above says why, and leads to the check
  if (allRest(diary)) return drawNothing(diary);
  const line = diary.planned(on);
  if (!line) return el("section", { class: "card", id: "plan" }, el("p", {}, words.offline_plan));
  reportSeen(app, on);
  if (line.technique && diary.rests(line.technique)) return drawAside(diary, line.technique);
  return el(
    "section",
    { class: "card plan", id: "plan" },
    el("h2", {}, words.do),
    el("p", { class: "big" }, line.title ?? words.rest),
    line.about && el("p", { class: "needs" }, capital(line.about), ". ", say(words.needs, { needs: line.needs })),
    drawTaughtBy(diary, line.technique),
    drawWays(app, words, on, line),
    el("details", { class: "more", id: "why", open: app.open.why }, el("summary", {}, words.why), drawWhy(line)),
  );
}

/** @param {Words} words */
export const drawStart = (words) =>
  el(
    "section",
    { class: "card", id: "plan" },
    el("p", {}, words.start_help),
    el("p", {}, el("a", { class: "button", href: "../begin/" }, words.start)),
  );

/** What can be done with a line: done, put off, or still to come. @param {App} app @param {Words} words @param {Day} on @param {PlannedDay} line */
function drawWays(app, words, on, line) {
  if (line.technique && app.diary.day(on).did?.includes(line.technique)) return drawDone(words, line.technique);
  return line.skipped ? drawSkipped(words, line) : drawLine(app, words, on, line);
}

/** @param {Words} words @param {string} technique @returns {Child} */
const drawDone = (words, technique) => [
  el("p", {}, words.is_done),
  el("p", {}, el("a", { class: "away", href: `../session/?do=${encodeURIComponent(technique)}` }, words.once_more)),
];

/** @param {App} app @param {Words} words @param {Day} on @param {PlannedDay} line @returns {Child} */
function drawLine(app, words, on, line) {
  const { technique } = line;
  if (!technique) return el("p", {}, line.how);
  /** @param {"swapped" | "skipped" | "set-aside"} kind */
  const tell = (kind) => () => app.tell(kind, on, { technique }, { focus: "plan" });
  const id = encodeURIComponent(technique);
  return [
    el("p", {}, line.how),
    el("p", {}, el("a", { class: "button wide", href: `../session/?do=${id}` }, words.start_session)),
    el(
      "div",
      { class: "ways" },
      line.swap && el("button", { class: "plain", onclick: tell("swapped") }, words.another),
      el("button", { class: "plain", onclick: tell("skipped") }, words.not_today),
      el("button", { class: "plain", onclick: tell("set-aside") }, words.rest_this),
    ),
    el("p", {}, el("a", { href: `../library/${id}/` }, words.steps)),
  ];
}

/** Not today: no reproach, and a way back. @param {Words} words @param {PlannedDay} line @returns {Child} */
function drawSkipped(words, line) {
  const id = encodeURIComponent(line.technique ?? "");
  return [
    el("p", {}, words.skipped_today),
    el("p", {}, el("a", { class: "button quiet", href: `../session/?do=${id}` }, words.after_all)),
  ];
}

/** @param {PlannedDay} line */
const drawWhy = (line) => el("ul", { class: "why" }, line.why.map((why) => el("li", {}, why)));

/**
 * What was drawn rests since: the next draw comes with the server.
 * @param {Diary} diary
 * @param {string} technique
 */
function drawAside(diary, technique) {
  const says = diary.words.rests.aside;
  return el(
    "section",
    { class: "card plan", id: "plan" },
    el("p", {}, say(says, { name: capital(diary.name(technique)) })),
  );
}

/**
 * Which plan was shown is told once, so that the draw that people saw is the one that stands.
 * @param {App} app
 * @param {Day} on
 */
function reportSeen(app, on) {
  const { plan, foot } = app.diary.document;
  const mark = `${foot} ${on} ${plan?.id}`;
  if (!plan || reported === mark) return;
  reported = mark;
  app.seen = tellSeen(app, on, plan.id, mark);
}

/** @param {App} app @param {Day} on @param {string} plan @param {string} mark */
async function tellSeen(app, on, plan, mark) {
  const store = await kept();
  if ((await store.get("marks", [person, SEEN])) === mark) return;
  await store.change("marks", (rows) => rows.put(mark, [person, SEEN]));
  await app.tellQuietly("seen", on, { plan });
}
