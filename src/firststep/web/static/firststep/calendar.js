// A month as a table: every day with its score and a mark of what was done.

import { longDay, month, plus, today, weekday } from "./days.js";
import { el, say } from "./dom.js";
import { ANKLE, KINDS, timeOn } from "./measured.js";
import { drawKind, drawLegend, groupOf, kindsOf } from "./picture.js";
import { sessionsOn } from "./played.js";

/** @import { App, Day, Diary, LivedDay } from "../../types.js" */
/** @import { Kind } from "./picture.js" */
/** @typedef {(on: Day) => void} Choose */

const WEEK = 7;
const BACK_DAYS = 60; // that can be looked at before the first day, to add what is missing
const MONDAY = 1;

/** The first day of a week where the reader is: 1 is Monday, 7 is Sunday. */
function firstOfWeek() {
  /** @type {any} */
  const here = new Intl.Locale(navigator.language); // some browsers have it as a method, some as a value, some not
  return (here.getWeekInfo?.() ?? here.weekInfo)?.firstDay ?? MONDAY;
}

/** @param {Day} day */
const numberInWeek = (day) => new Date(`${day}T00:00:00Z`).getUTCDay(); // 0 is Sunday
/** @param {Day} day */
const firstOf = (day) => `${day.slice(0, 7)}-01`;
/** @param {Day} first */
const next = (first) => firstOf(plus(first, 31));
/** @param {Day} first */
const previous = (first) => firstOf(plus(first, -1));

/** The month that is shown, with ways to the one before and the one after. @param {App} app @param {Choose} choose */
export function drawCalendar(app, choose) {
  const words = app.diary.words.history;
  const first = app.open.month ?? firstOf(app.open.day ?? today());
  const [from, to] = [firstOf(earliest(app.diary)), firstOf(today())];
  /** @param {"before" | "after"} id @param {Day} there */
  const step = (id, there) => {
    const beyond = there < from || there > to;
    const end = there === (id === "before" ? from : to); // the button goes, so the month has the focus
    const go = () => {
      app.open.month = there;
      app.redraw(end ? "month" : id);
    };
    return el("button", { type: "button", class: "plain", id, disabled: beyond, onclick: go }, words[id]);
  };
  return el(
    "section",
    { class: "month" },
    el(
      "div",
      { class: "months" },
      step("before", previous(first)),
      el("h2", { id: "month", "aria-live": "polite" }, month(first)),
      step("after", next(first)),
    ),
    drawMonth(app, first, choose),
  );
}

/** The first day that can be looked at. @param {Diary} diary @returns {Day} */
function earliest({ start }) {
  const back = plus(today(), -BACK_DAYS);
  return start && start < back ? start : back;
}

/** @param {App} app @param {Day} first @param {Choose} choose */
function drawMonth(app, first, choose) {
  const start = plus(first, -((numberInWeek(first) - firstOfWeek() + WEEK) % WEEK));
  const weeks = [];
  for (let monday = start; monday < next(first); monday = plus(monday, WEEK)) weeks.push(monday);
  /** @param {Day} day */
  const week = (day) => [...Array(WEEK).keys()].map((at) => plus(day, at));
  const kinds = kindsOf(app.diary, app.diary.document.days?.did ?? []);
  const did = weeks.flatMap(week).filter((day) => isIn(first, day)).map((day) => app.diary.day(day).did);
  const groups = new Set(did.filter((names) => names !== null).map((names) => groupOf(names, kinds)));
  /** @param {Day} day */
  const cell = (day) => el("td", {}, isIn(first, day) && drawDay(app, day, { kinds, choose }));
  const table = el(
    "table",
    { class: "calendar" },
    el("caption", { class: "unseen" }, month(first)),
    el(
      "thead",
      {},
      el("tr", {}, week(start).map((day) => el("th", { scope: "col", "aria-label": weekday.long(day) }, weekday.short(day)))),
    ),
    el("tbody", {}, weeks.map((day) => el("tr", {}, week(day).map(cell)))),
  );
  return [table, groups.size > 0 && drawLegend(kinds, groups)];
}

/** @param {Day} first @param {Day} day */
const isIn = (first, day) => day.startsWith(first.slice(0, 7));

/** @param {App} app @param {Day} on @param {{kinds: Record<string, Kind>, choose: Choose}} how */
function drawDay(app, on, { kinds, choose }) {
  const number = String(Number(on.slice(8)));
  if (on > today()) return el("span", { class: "day" }, el("span", { class: "number" }, number));
  const { diary } = app;
  const day = diary.day(on);
  return el(
    "button",
    {
      type: "button",
      class: "day",
      id: `day-${on}`,
      "aria-label": `${longDay(on)}: ${sayDay(diary, day)}`,
      "aria-pressed": app.open.day === on ? "true" : "false",
      "aria-current": on === today() ? "date" : null,
      onclick: () => choose(on),
    },
    el("span", { class: "number" }, number),
    el("span", { class: "pain" }, day.pain === null ? (day.skipped ? "–" : "") : String(day.pain)),
    el("span", { class: "marks" }, day.did !== null && drawKind(kinds[groupOf(day.did, kinds)]), hasMore(diary, on) && "+"),
  );
}

/** @param {Diary} diary @param {Day} on */
const hasMore = (diary, on) =>
  notesOf(diary, on).length > 0 || sessionsOn(diary, on).length > 0 || KINDS.some((kind) => timeOn(diary, kind, on));

/** What else was told of that day, in words. @param {Diary} diary @param {Day} on */
export const notesOf = (diary, on) => (diary.document.noted ?? []).filter((note) => note.on === on).map(({ says }) => says);

/** A day in words, for those who do not see the marks. @param {Diary} diary @param {LivedDay} day */
function sayDay(diary, day) {
  const words = diary.words.history;
  const worst = timeOn(diary, "worst", day.on);
  const hard = timeOn(diary, "function", day.on);
  const said = [
    day.pain !== null && say(words.first_steps, { pain: day.pain }),
    day.skipped && words.no_score,
    day.did !== null && say(words.did, { did: diary.doing(day.did) }),
    worst && say(words.worst, { pain: worst.pain }),
    hard && words.function,
    ANKLE.some((kind) => timeOn(diary, kind, day.on)) && words.ankle,
    sessionsOn(diary, day.on).length > 0 && words.session,
    notesOf(diary, day.on).length > 0 && words.note,
  ].filter(Boolean);
  return said.length ? said.join(", ") : words.none;
}

