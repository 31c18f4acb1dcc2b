// Today: the first steps, what to do and why, what was really done, and late mornings.

import { longDay, plus, shortDay, today } from "./days.js";
import { capital, el, say } from "./dom.js";
import { allRest, drawNothing, drawResting } from "./resting.js";
import { drawWaiting, drawWhom } from "./safety.js";

const SCORES = [...Array(11).keys()];
const LATE_DAYS = 14; // that can be caught up on here
const SEEN = "firststep-seen";
let reported = null; // by this page

export function drawToday(app) {
  const on = today();
  const { diary } = app;
  const { clear, comparing, foot, safety } = diary.document;
  const words = diary.words.today;
  const title = el("h1", {}, diary.words.app.today, " ", el("small", {}, longDay(on)));
  if (!foot) return [title, drawStart(words)];
  const day = diary.day(on);
  const morning = day.pain !== null || day.skipped;
  return [
    title,
    clear === false && seeSomeone(app, words),
    drawMorning(app, words, on, day, morning),
    safety.waiting && drawWaiting(app)[0],
    comparing && clear !== false && drawAgain(app, words),
    morning && clear !== false && !safety.waiting && drawPlan(app, words, on),
    morning && comparing && clear === true && drawResting(app, on),
    morning && comparing && drawDoing(app, words, on, diary.planned(on)?.technique),
    !app.open.late && drawYesterday(app, words, plus(on, -1)),
    comparing && drawLate(app, words, on),
  ];
}

function drawStart(words) {
  return el(
    "section",
    { class: "card", id: "plan" },
    el("p", {}, words.start_help),
    el("p", {}, el("a", { class: "button", href: "../compare/" }, words.start)),
  );
}

/** A warning takes the place of the draw: whom to see stands in it, and what to say there. */
function seeSomeone(app, words) {
  const { result } = app.diary.document.safety;
  const grave = result?.because.filter(({ outcome }) => outcome === result.outcome) ?? [];
  return el(
    "section",
    { class: "card warning" },
    result && el("h2", {}, result.title),
    el("p", {}, result?.lead ?? words.see_someone),
    grave.map(drawWhom),
    el("p", {}, toCheck(app.diary.words.safety.answer_again)),
  );
}

const toCheck = (words) => el("a", { href: "../compare/" }, words);

/** One quiet line: why the check is to be answered again. */
function drawAgain(app, words) {
  const { again } = app.diary.document.safety;
  if (!again.length) return null;
  return el("p", { class: "help", id: "again" }, again[0], " ", app.diary.words.safety.again, " ", toCheck(words.to_check));
}

function drawMorning(app, words, on, day, told) {
  const { foot } = app.diary.document;
  const score = (pain) => {
    app.open.morning = false;
    return app.tell("morning", on, { pain }, { focus: "plan" });
  };
  if (told && !app.open.morning) {
    const said = day.pain === null ? words.skipped : say(words.told, { pain: day.pain });
    return drawTold(app, "morning", said, day.unsaved.morning);
  }
  return el(
    "section",
    { class: "card", id: "morning" },
    el("h2", { id: "ask" }, words.ask),
    el("p", {}, words[`after_${foot}`]),
    scores("ask", score, day.pain),
    el("p", { class: "help" }, words.scale),
    el("button", { class: "plain", onclick: () => score(null) }, words.skip),
    told && drawLeave(app, "morning"),
  );
}

/** What was told, and a way to change it. */
function drawTold(app, id, said, unsaved, heading = null) {
  const { words } = app.diary;
  return el(
    "section",
    { class: "card told", id },
    heading && el("h2", {}, heading),
    el("p", {}, said, unsaved && el("span", { class: "help" }, ` ${words.app.unsaved}`)),
    el("button", { class: "plain", onclick: () => reopen(app, id, true) }, words.today.change),
  );
}

const drawLeave = (app, id) =>
  el("button", { class: "plain", onclick: () => reopen(app, id, false) }, app.diary.words.today.leave);

function reopen(app, id, open) {
  app.open[id] = open;
  app.redraw(id);
}

/** Eleven large targets; a tap saves, an arrow key never does. */
function scores(label, choose, chosen = null) {
  const button = (pain) =>
    el(
      "button",
      { class: `score s${pain}`, "aria-pressed": chosen === pain ? "true" : null, onclick: () => choose(pain) },
      String(pain),
    );
  return el("div", { class: "scores", role: "group", "aria-labelledby": label }, SCORES.map(button));
}

function drawPlan(app, words, on) {
  const { diary } = app;
  if (!diary.document.comparing) return drawStart(words);
  const { clear, safety } = diary.document;
  if (clear === null || safety.paused) return null; // the line above says why, and leads to the check
  if (allRest(diary)) return drawNothing(diary);
  const line = diary.planned(on);
  if (!line) return el("section", { class: "card", id: "plan" }, el("p", {}, words.offline_plan));
  reportSeen(app, on);
  return el(
    "section",
    { class: "card plan", id: "plan" },
    el("h2", {}, words.do),
    el("p", { class: "big" }, line.title ?? words.rest),
    line.needs && el("p", { class: "needs" }, say(words.needs, { needs: line.needs })),
    el("p", {}, line.how),
    line.technique && el("p", {}, el("a", { href: `../library/${encodeURIComponent(line.technique)}/` }, words.steps)),
    el("ul", { class: "why" }, line.why.map((why) => el("li", {}, why))),
  );
}

/** Which plan was shown is told once, so that the draw that people saw is the one that stands. */
function reportSeen(app, on) {
  const { plan, foot } = app.diary.document;
  const mark = `${foot} ${on} ${plan.id}`;
  if (reported === mark) return;
  reported = mark;
  try {
    if (localStorage.getItem(SEEN) === mark) return;
    localStorage.setItem(SEEN, mark);
  } catch {
    // a browser may keep nothing: then the next page tells it once more, which does no harm
  }
  app.tellQuietly("seen", on, { plan: plan.id });
}

function drawDoing(app, words, on, drawn, { id = "doing", heading = words.what_did, late = false } = {}) {
  const { diary } = app;
  const day = diary.day(on);
  if (day.told && !app.open[id]) {
    const kept = day.did === null ? words.told_untold : did(diary, words, day.did);
    return drawTold(app, id, kept, day.unsaved.doing, late && heading);
  }
  const tellDid = (names) => {
    app.open[id] = app.open[`${id}-other`] = false;
    return app.tell("doing", on, { did: names }, { focus: id });
  };
  const rest = drawn === null || drawn === "";
  return el(
    "section",
    { class: "card", id },
    el("h2", {}, heading),
    !late && el("p", { class: "help" }, words.what_did_help),
    el(
      "div",
      { class: "answers" },
      drawn !== undefined &&
        el(
          "button",
          { class: "main", onclick: () => tellDid(rest ? [] : [drawn]) },
          doneWords(diary, words, drawn, rest),
        ),
      el(
        "button",
        { "aria-expanded": app.open[`${id}-other`] ? "true" : "false", onclick: () => toggleOther(app, id) },
        words.other,
      ),
      !(drawn !== undefined && rest) && el("button", { onclick: () => tellDid([]) }, words.nothing),
      el("button", { class: "plain", onclick: () => tellDid(null) }, words.not_telling),
      day.told && drawLeave(app, id),
    ),
    app.open[`${id}-other`] && drawOther(app, words, id, day.did ?? [], tellDid),
  );
}

function doneWords(diary, words, drawn, rest) {
  return rest ? words.done_rest : `${words.done}: ${diary.name(drawn)}`;
}

function did(diary, words, names) {
  return names.length ? say(words.told_did, { did: diary.doing(names) }) : words.told_nothing;
}

function toggleOther(app, id) {
  app.open[`${id}-other`] = !app.open[`${id}-other`];
  app.redraw(app.open[`${id}-other`] ? `${id}-which` : id);
}

function drawOther(app, words, id, ticked, tellDid) {
  const listed = app.diary.document.techniques.filter((technique) => !technique.retired);
  const compared = listed.filter((technique) => app.diary.compared.includes(technique.id));
  const others = listed.filter((technique) => !app.diary.compared.includes(technique.id));
  const box = (value, name) =>
    el("label", { class: "row" }, el("input", { type: "checkbox", name: "did", value, checked: ticked.includes(value) }), capital(name));
  const problem = el("p", { class: "error", role: "alert" });
  const form = el(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        const names = new FormData(form).getAll("did");
        if (names.length) tellDid(names);
        else problem.textContent = words.tick_one;
      },
    },
    el(
      "fieldset",
      {},
      el("legend", { id: `${id}-which` }, words.which_ones),
      compared.map((technique) => box(technique.id, technique.name)),
      box("other", words.not_on_list),
      el(
        "details",
        { class: "more", open: others.some((technique) => ticked.includes(technique.id)) },
        el("summary", {}, words.others),
        others.map((technique) => box(technique.id, technique.name)),
      ),
    ),
    problem,
    el("button", {}, words.save),
  );
  return form;
}

function drawYesterday(app, words, on) {
  const { diary } = app;
  const day = diary.day(on);
  if (!diary.document.comparing || !diary.start || on < diary.start) return null;
  if (day.told && !app.open.yesterday) return null;
  const drawn = day.drawn === null ? undefined : day.drawn;
  return drawDoing(app, words, on, drawn, {
    id: "yesterday",
    heading: say(words.what_did_then, { day: longDay(on) }),
    late: true,
  });
}

function drawLate(app, words, on) {
  const { diary } = app;
  const days = [...Array(LATE_DAYS).keys()].map((back) => plus(on, -1 - back));
  const chosen = app.open.late_day ?? days.find((day) => diary.day(day).pain === null) ?? days[0];
  const day = diary.day(chosen);
  const option = (value) => {
    const { pain } = diary.day(value);
    return el(
      "option",
      { value, selected: value === chosen },
      pain === null ? shortDay(value) : `${shortDay(value)} (${pain})`,
    );
  };
  return el(
    "details",
    { class: "card", id: "late", open: app.open.late },
    el("summary", {}, words.late),
    el("p", { class: "help" }, words.late_help),
    el("label", { for: "late-day" }, words.late_day),
    el(
      "select",
      {
        id: "late-day",
        onchange: (event) => {
          app.open.late_day = event.target.value;
          app.redraw("late-day");
        },
      },
      days.map(option),
    ),
    el("h2", { id: "late-ask" }, say(words.late_ask, { day: longDay(chosen) })),
    scores(
      "late-ask",
      (pain) => {
        app.open.late_day = chosen;
        return app.tell("morning", chosen, { pain }, { focus: "late-ask" });
      },
      day.pain,
    ),
    drawDoing(app, words, chosen, day.drawn === null ? undefined : day.drawn, {
      id: "late-doing",
      heading: say(words.what_did_then, { day: longDay(chosen) }),
      late: true,
    }),
  );
}
