// History: a calendar, and the day that is looked at, with all that was told of it.

import { drawCalendar, notesOf } from "./calendar.js";
import { longDay, today } from "./days.js";
import { drawDeleted, remove, standing } from "./deleting.js";
import { drawDoing } from "./doing.js";
import { el, say } from "./dom.js";
import { forgetForm } from "./function_form.js";
import { KINDS, isAnkle, timeOn } from "./measured.js";
import { drawForm, shownParts, shownScore } from "./measures.js";
import { heart, sessionsOn } from "./played.js";
import { scores } from "./scores.js";

/** @import { App, Child, Day, Kind, MeasureName, Part, PlayedOn, Words } from "../../types.js" */
/** @typedef {{id: string, heading: string, says: Child, kind: Kind, on: Day, unsaved?: boolean}} Line */

const MINUTE = 60;
const OPENS = ["history-morning", "history-doing", ...KINDS.map((kind) => `history-${kind}`)];

/** @param {App} app @returns {Child[]} */
export function drawHistory(app) {
  const { diary } = app;
  const { foot } = diary.document;
  const words = diary.words.history;
  const title = el("h1", { id: "history" }, diary.words.app.history, " ", foot && el("small", {}, words[`heel_${foot}`]));
  if (!foot) return [title, el("p", {}, diary.words.so_far.none)];
  return [
    title,
    el("p", { class: "help" }, words.lead),
    drawOtherFoot(app, words),
    drawCalendar(app, (on) => choose(app, on)),
    el("p", { class: "help" }, words.marks),
    drawDeleted(app),
    app.open.day && drawDay(app, words, app.open.day),
  ];
}

/** Where both heels are asked about, the way to the other one. @param {App} app @param {Words} words */
function drawOtherFoot(app, words) {
  const { foot, settings } = app.diary.document;
  if (settings?.feet !== "both") return null;
  const other = foot === "left" ? "right" : "left";
  return el("p", {}, plain(words[`show_${other}`], () => app.look(other, "history")));
}

/** @param {string} words @param {() => unknown} onclick @param {string} beside */
const plain = (words, onclick, beside = "") =>
  el("button", { type: "button", class: "plain", "aria-label": beside ? `${words}: ${beside}` : null, onclick }, words);

/** @param {App} app */
function shut(app) {
  for (const id of OPENS) app.open[id] = false;
  app.open["history-doing-other"] = false;
  forgetForm(app);
}

/** @param {App} app @param {Day} on */
function choose(app, on) {
  shut(app);
  app.open.day = on;
  app.redraw("day-title");
}

/** @param {App} app @param {Words} words @param {Day} on */
function drawDay(app, words, on) {
  const parts = standing(app.diary, on);
  const close = () => {
    shut(app);
    delete app.open.day;
    app.redraw(`day-${on}`);
  };
  return el(
    "section",
    { class: "card", id: "day" },
    el("h2", { id: "day-title" }, longDay(on), on === today() && el("small", {}, ` ${words.today}`)),
    drawMorning(app, words, on),
    drawDoingOf(app, words, on),
    KINDS.filter((kind) => timeOn(app.diary, kind, on)).map((kind) => drawMeasure(app, words, { on, kind })),
    sessionsOn(app.diary, on).map((one) => drawPlayed(app, words, one)),
    drawNotes(app, words, on),
    parts.length > 1 && drawDeleteAll(app, words, { on, parts }),
    el("div", { class: "part beside" }, plain(words.close, close)),
  );
}

/** One thing that was told of the day: what it says, and ways to change and delete it. @param {App} app @param {Words} words @param {Line} line */
function drawPart(app, words, { id, heading, says, kind, on, unsaved = false }) {
  const part = standing(app.diary, on).find((one) => one.kind === kind);
  const open = () => {
    shut(app);
    app.open[id] = true;
    app.redraw(id);
  };
  return el(
    "div",
    { class: "part", id },
    el("h3", {}, heading),
    el("p", {}, says, unsaved && el("span", { class: "help" }, ` ${app.diary.words.app.unsaved}`)),
    el(
      "div",
      { class: "beside" },
      plain(part ? words.change : words.add, open, heading),
      part && plain(words.delete, () => remove(app, on, { parts: [part], called: heading }), heading),
    ),
  );
}

/** @param {App} app @param {Words} words @param {string} id */
const drawLeave = (app, words, id) =>
  plain(words.leave, () => {
    shut(app);
    app.redraw(id);
  });

/** @param {App} app @param {Words} words @param {Day} on */
function drawMorning(app, words, on) {
  const day = app.diary.day(on);
  const id = "history-morning";
  const late = day.late && !day.unsaved.morning ? ` (${words.told_late})` : "";
  const told = day.skipped ? words.no_score : words.not_told;
  const says = day.pain === null ? told : `${say(words.score_is, { pain: day.pain })}${late}`;
  if (!app.open[id]) return drawPart(app, words, { id, heading: words.morning, says, kind: "morning", on, unsaved: day.unsaved.morning });
  /** @param {number | null} pain */
  const tell = (pain) => {
    app.open[id] = false;
    return app.tell("morning", on, { pain }, { focus: id });
  };
  return el(
    "div",
    { class: "part", id },
    el("h3", { id: `${id}-ask` }, words.morning),
    scores(`${id}-ask`, tell, { chosen: day.pain }),
    el("div", { class: "beside" }, plain(words.skip, () => tell(null)), drawLeave(app, words, id)),
  );
}

/** @param {App} app @param {Words} words @param {Day} on */
function drawDoingOf(app, words, on) {
  const { diary } = app;
  const day = diary.day(on);
  const id = "history-doing";
  const drawn = day.drawn === null ? undefined : day.drawn;
  if (app.open[id]) {
    const form = drawDoing(app, diary.words.today, on, drawn, { id, heading: words.doing, late: true });
    return el("div", { class: "part" }, form, !day.told && drawLeave(app, words, id));
  }
  const plan = drawn === undefined ? "" : drawnWords(diary, words, drawn);
  const says = day.did === null ? words.not_told : say(words.done, { did: diary.doing(day.did) });
  return drawPart(app, words, {
    id,
    heading: words.doing,
    says: [says, plan && el("span", { class: "help" }, ` ${plan}`)],
    kind: "doing",
    on,
    unsaved: day.unsaved.doing,
  });
}

/** @param {App["diary"]} diary @param {Words} words @param {string} drawn */
const drawnWords = (diary, words, drawn) =>
  drawn === "" ? words.drawn_rest : say(words.drawn, { name: diary.name(drawn) });

/** @param {App} app @param {Words} words @param {{on: Day, kind: MeasureName}} which */
function drawMeasure(app, words, { on, kind }) {
  const id = `history-${kind}`;
  const heading = words[`${kind}_title`];
  const time = timeOn(app.diary, kind, on);
  if (!time) return null;
  if (!app.open[id]) {
    const [score, parts] = [shownScore(app, kind, time), shownParts(app, kind, time)];
    const says = [isAnkle(kind) ? score : say(words.score_is, { pain: score }), parts].filter(Boolean).join(": ");
    return drawPart(app, words, { id, heading, says, kind, on, unsaved: time.unsaved });
  }
  const leave = drawLeave(app, words, id);
  return el("div", { class: "part", id }, el("h3", {}, heading), drawForm(app, on, { kind, id, leave: [leave] }));
}

/** A session: what was told of it, and a way to delete it. @param {App} app @param {Words} words @param {PlayedOn} played */
function drawPlayed(app, words, played) {
  const { after: felt, app: shell } = app.diary.words;
  const { on, began, seconds, of, before, after, comfort, unsaved } = played;
  const heading = say(words.session_title, { name: app.diary.name(played.technique), time: began.slice(11, 16) });
  const says = [
    say(words.session_time, { played: minutes(seconds ?? 0), of: minutes(of) }),
    before !== null && say(words.session_before, { pain: before }),
    after !== null && say(words.session_after, { pain: after }),
    comfort !== null && say(words.session_felt, { felt: felt[`felt_${comfort}`] }),
  ].filter(Boolean);
  return el(
    "div",
    { class: "part session" },
    el("h3", {}, heading),
    el("p", {}, says.join(" "), unsaved && el("span", { class: "help" }, ` ${shell.unsaved}`)),
    el("div", { class: "beside" }, plain(words.delete, () => remove(app, on, { parts: [{ kind: "session", what: heart(played) }], called: heading }), heading)),
  );
}

/** Minutes and seconds, as on a clock. @param {number} seconds */
const minutes = (seconds) => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;

/** @param {App} app @param {Words} words @param {Day} on */
function drawNotes(app, words, on) {
  const notes = notesOf(app.diary, on);
  if (!notes.length) return null;
  return el("div", { class: "part" }, el("h3", {}, words.notes), el("ul", {}, notes.map((note) => el("li", {}, note))));
}

/** @param {App} app @param {Words} words @param {{on: Day, parts: Part[]}} what */
function drawDeleteAll(app, words, { on, parts }) {
  const noted = notesOf(app.diary, on).length > 0;
  return el(
    "div",
    { class: "part" },
    el("button", { type: "button", class: "careful", onclick: () => remove(app, on, { parts, called: words.the_day }) }, words.delete_day),
    noted && el("p", { class: "help" }, words.delete_help),
  );
}
