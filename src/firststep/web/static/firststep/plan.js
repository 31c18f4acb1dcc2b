// What to do today, why this one, and the ways to have it otherwise: another one, not today, leave it out.

import { capital, el, say } from "./dom.js";
import { kept } from "./kept.js";
import { allRest, drawNothing } from "./resting.js";
import { person } from "./server.js";

const SEEN = "seen";
let reported = ""; // by this page

export function drawPlan(app, words, on) {
  const { diary } = app;
  const { clear, comparing, safety } = diary.document;
  if (!comparing) return drawStart(words);
  if (clear === null || safety.paused) return null; // the line above says why, and leads to the check
  if (allRest(diary)) return drawNothing(diary);
  const line = diary.planned(on);
  if (!line) return el("section", { class: "card", id: "plan" }, el("p", {}, words.offline_plan));
  reportSeen(app, on);
  if (line.technique && diary.rests(line.technique)) return drawAside(diary, line);
  return el(
    "section",
    { class: "card plan", id: "plan" },
    el("h2", {}, words.do),
    el("p", { class: "big" }, line.title ?? words.rest),
    line.about && el("p", { class: "needs" }, capital(line.about), ". ", say(words.needs, { needs: line.needs })),
    line.skipped ? drawSkipped(app, words, on, line) : drawLine(app, words, on, line),
    el("details", { class: "more", id: "why", open: app.open.why }, el("summary", {}, words.why), drawWhy(line)),
  );
}

export const drawStart = (words) =>
  el(
    "section",
    { class: "card", id: "plan" },
    el("p", {}, words.start_help),
    el("p", {}, el("a", { class: "button", href: "../begin/" }, words.start)),
  );

function drawLine(app, words, on, line) {
  if (!line.technique) return el("p", {}, line.how);
  const tell = (kind, focus = "plan") => () => app.tell(kind, on, { technique: line.technique }, { focus });
  const id = encodeURIComponent(line.technique);
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

/** Not today: no reproach, and a way back. */
function drawSkipped(app, words, on, line) {
  const id = encodeURIComponent(line.technique);
  return [
    el("p", {}, words.skipped_today),
    el("p", {}, el("a", { class: "button quiet", href: `../session/?do=${id}` }, words.after_all)),
  ];
}

const drawWhy = (line) => el("ul", { class: "why" }, line.why.map((why) => el("li", {}, why)));

/** What was drawn rests since: the next draw comes with the server. */
function drawAside(diary, line) {
  const says = diary.words.rests.aside;
  return el(
    "section",
    { class: "card plan", id: "plan" },
    el("p", {}, say(says, { name: capital(diary.name(line.technique)) })),
  );
}

/** Which plan was shown is told once, so that the draw that people saw is the one that stands. */
function reportSeen(app, on) {
  const { plan, foot } = app.diary.document;
  const mark = `${foot} ${on} ${plan.id}`;
  if (reported === mark) return;
  reported = mark;
  app.seen = tellSeen(app, on, plan.id, mark);
}

async function tellSeen(app, on, plan, mark) {
  const store = await kept();
  if ((await store.get("marks", [person, SEEN])) === mark) return;
  await store.change("marks", (rows) => rows.put(mark, [person, SEEN]));
  await app.tellQuietly("seen", on, { plan });
}
