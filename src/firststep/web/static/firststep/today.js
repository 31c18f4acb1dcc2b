// Today: the first steps, what to do and why, what was really done, and late mornings.

import { longDay, plus, shortDay, today } from "./days.js";
import { capital, el, say } from "./dom.js";

const SCORES = [...Array(11).keys()];
const LATE_DAYS = 14; // that can be caught up on here
const SEEN = "firststep-seen";
let reported = null; // by this page

export function drawToday(app) {
  const on = today();
  const { diary } = app;
  const words = diary.words.today;
  const day = diary.day(on);
  const morning = day.pain !== null || day.skipped;
  return [
    el("h1", {}, diary.words.app.today, " ", el("small", {}, longDay(on))),
    diary.document.clear === false && seeSomeone(app, words),
    drawMorning(app, words, on, day, morning),
    morning && diary.document.clear !== false && drawPlan(app, words, on),
    morning && diary.document.comparing && drawDoing(app, words, on, diary.planned(on)?.technique),
    drawYesterday(app, words, plus(on, -1)),
    diary.document.comparing && drawLate(app, words, on),
  ];
}

function seeSomeone(app, words) {
  return el(
    "section",
    { class: "card warning" },
    el("p", {}, words.see_someone),
    el("p", {}, el("a", { href: "../compare/" }, words.safety_again)),
  );
}

function drawMorning(app, words, on, day, told) {
  const { foot } = app.diary.document;
  const changing = app.open.morning;
  const score = (pain) => {
    app.open.morning = false;
    return app.tell("morning", on, { pain }, { focus: "plan" });
  };
  if (told && !changing) {
    return el(
      "section",
      { class: "card told", id: "morning" },
      el("p", {}, day.pain === null ? words.skipped : say(words.told, { pain: day.pain })),
      el("button", { class: "plain", onclick: () => reopen(app, "morning", "morning") }, words.change),
    );
  }
  return el(
    "section",
    { class: "card", id: "morning" },
    el("h2", { id: "ask" }, words.ask),
    el("p", { id: "ask-help" }, say(words.after, { foot })),
    scores("ask", score, day.pain),
    el("p", { class: "help" }, words.scale),
    el("button", { class: "plain", onclick: () => score(null) }, words.skip),
  );
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
  if (!diary.document.comparing) {
    return el(
      "section",
      { class: "card", id: "plan" },
      el("a", { class: "button", href: "../compare/" }, words.start),
    );
  }
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
    el("ul", { class: "why" }, line.why.map((why) => el("li", {}, why))),
  );
}

/** Which plan was shown is told once, so that the draw that people saw is the one that stands. */
async function reportSeen(app, on) {
  const { plan, foot } = app.diary.document;
  const mark = `${foot} ${on} ${plan.id}`;
  if (reported === mark || remembered() === mark) return;
  reported = mark;
  try {
    await app.tellQuietly("seen", on, { plan: plan.id });
  } catch {
    reported = null; // told when the page is next drawn
    return;
  }
  try {
    localStorage.setItem(SEEN, mark);
  } catch {
    // a browser may keep nothing: told once more by the next page, which does no harm
  }
}

function remembered() {
  try {
    return localStorage.getItem(SEEN);
  } catch {
    return null; // a browser may keep nothing
  }
}

function drawDoing(app, words, on, drawn, { id = "doing", heading = words.what_did, late = false } = {}) {
  const { diary } = app;
  const day = diary.day(on);
  if (day.told && !app.open[id]) {
    const kept = day.did === null ? words.told_untold : did(diary, words, day.did);
    return el(
      "section",
      { class: "card told", id },
      late && el("h2", {}, heading),
      el("p", {}, kept),
      el("button", { class: "plain", onclick: () => reopen(app, id, id) }, words.change),
    );
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
    el(
      "div",
      { class: "answers" },
      drawn !== undefined &&
        el("button", { onclick: () => tellDid(rest ? [] : [drawn]) }, doneWords(diary, words, drawn, rest)),
      el(
        "button",
        { "aria-expanded": app.open[`${id}-other`] ? "true" : "false", onclick: () => toggleOther(app, id) },
        words.other,
      ),
      !(drawn !== undefined && rest) && el("button", { onclick: () => tellDid([]) }, words.nothing),
      el("button", { class: "plain", onclick: () => tellDid(null) }, words.not_telling),
    ),
    app.open[`${id}-other`] && drawOther(app, words, id, tellDid),
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

function drawOther(app, words, id, tellDid) {
  const listed = app.diary.document.techniques.filter((technique) => !technique.retired);
  const compared = listed.filter((technique) => app.diary.compared.includes(technique.id));
  const others = listed.filter((technique) => !app.diary.compared.includes(technique.id));
  const box = (value, name) =>
    el("label", { class: "row" }, el("input", { type: "checkbox", name: "did", value }), capital(name));
  const form = el(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        const names = new FormData(form).getAll("did");
        if (names.length) tellDid(names);
        else form.querySelector("input").focus();
      },
    },
    el(
      "fieldset",
      {},
      el("legend", { id: `${id}-which` }, words.which_ones),
      [...compared, ...others].map((technique) => box(technique.id, technique.name)),
      box("other", words.not_on_list),
    ),
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
    { class: "card", open: app.open.late, ontoggle: (event) => (app.open.late = event.target.open) },
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

function reopen(app, what, focus) {
  app.open[what] = true;
  app.redraw(focus);
}
