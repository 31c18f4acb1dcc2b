// The morning: one tap a heel, at whatever hour it is; undo, change, and mornings that were missed.

import { longDay, plus, shortDay } from "./days.js";
import { drawDoing } from "./doing.js";
import { el, say } from "./dom.js";
import { scores } from "./scores.js";
import { person } from "./server.js";
import { drawLeave, drawTold } from "./told.js";

/** @import { App, Day, Diary, Words } from "../../types.js" */

const LATE_DAYS = 14; // that can be caught up on here

/**
 * The question of one heel, or what was told. `diary` is that heel's; `first` is the one that the page is about.
 * @param {App} app
 * @param {Words} words
 * @param {Day} on
 */
export function drawMorning(app, words, on, { diary = app.diary, first = true } = {}) {
  const { foot } = diary.document;
  const [id, day] = [first ? "morning" : `morning-${foot}`, diary.day(on)];
  const told = isTold(diary, on);
  const named = words[`foot_${foot}`];
  /** @param {number | null} pain @param {string} focus */
  const tell = (pain, focus) => app.tell("morning", on, { pain }, { foot, focus });
  /** @param {number | null} pain */
  const score = (pain) => {
    app.open[id] = false;
    markUndone(diary, null);
    app.before = { ...app.before, [id]: day.pain };
    return tell(pain, first ? "plan" : id);
  };
  if (told && !app.open[id]) {
    const undo = () => {
      const before = app.before?.[id] ?? null;
      if (before === null) markUndone(diary, on);
      return tell(before, id);
    };
    const said = day.pain === null ? words.skipped : say(words.told, { pain: day.pain });
    const heading = diary.document.settings.feet === "both" && say(words.heel, { foot: named });
    return drawTold(app, id, said, { unsaved: day.unsaved.morning, heading, undo: app.before?.[id] !== undefined && undo });
  }
  return el(
    "section",
    { class: "card", id },
    el("h2", { id: `${id}-ask` }, first ? words.ask : say(words.other_foot, { foot: named })),
    first && el("p", {}, say(words.after, { foot: named })),
    scores(`${id}-ask`, score, { chosen: day.pain, none: words.no_pain }),
    first && el("p", { class: "help" }, words.scale),
    el("button", { class: "plain", onclick: () => score(null) }, words.skip),
    told && drawLeave(app, id),
  );
}

const UNDONE = "firststep undone";

/** Whether the morning was told: a score, or that there is none. One that was undone here was not. @param {Diary} diary @param {Day} on */
export function isTold(diary, on) {
  const { pain, skipped } = diary.day(on);
  return pain !== null || (skipped && undone(diary) !== on);
}

/** @param {Diary} diary */
const markOf = ({ document: { foot } }) => `${UNDONE} ${person} ${foot}`;

/** The day whose morning was undone in this browser. @param {Diary} diary */
function undone(diary) {
  try {
    return localStorage.getItem(markOf(diary));
  } catch {
    return null; // a browser may keep nothing
  }
}

/** @param {Diary} diary @param {Day | null} on */
function markUndone(diary, on) {
  try {
    if (on) localStorage.setItem(markOf(diary), on);
    else localStorage.removeItem(markOf(diary));
  } catch {
    // then it stands as a morning without a score, and can be changed
  }
}

/** @param {App} app @param {Words} words @param {Day} on */
export function drawLate(app, words, on) {
  const { diary } = app;
  const days = [...Array(LATE_DAYS).keys()].map((back) => plus(on, -1 - back));
  const chosen = app.open.late_day ?? days.find((day) => diary.day(day).pain === null) ?? days[0];
  const day = diary.day(chosen);
  return el(
    "details",
    { class: "card", id: "late", open: app.open.late },
    el("summary", {}, words.late),
    el("p", { class: "help" }, words.late_help),
    el("label", { for: "late-day" }, words.late_day),
    drawDays(app, days, chosen),
    el("h2", { id: "late-ask" }, say(words.late_ask, { day: longDay(chosen) })),
    scores(
      "late-ask",
      (pain) => {
        app.open.late_day = chosen;
        return app.tell("morning", chosen, { pain }, { focus: "late-ask" });
      },
      { chosen: day.pain, none: words.no_pain },
    ),
    drawDoing(app, words, chosen, day.drawn === null ? undefined : day.drawn, {
      id: "late-doing",
      heading: say(words.what_did_then, { day: longDay(chosen) }),
      late: true,
    }),
    el("p", { class: "help" }, el("a", { class: "away", href: "../settings/#day" }, words.nights)),
  );
}

/** @param {App} app @param {Day[]} days @param {Day} chosen */
function drawDays(app, days, chosen) {
  /** @param {Day} value */
  const option = (value) => {
    const { pain } = app.diary.day(value);
    return el(
      "option",
      { value, selected: value === chosen },
      pain === null ? shortDay(value) : `${shortDay(value)} (${pain})`,
    );
  };
  /** @param {{target: {value: string}}} event */
  const change = (event) => {
    app.open.late_day = event.target.value;
    app.redraw("late-day");
  };
  return el("select", { id: "late-day", onchange: change }, days.map(option));
}
