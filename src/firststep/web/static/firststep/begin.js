// The first visit, a step a screen: which heel, the safety check, what is at hand, the question,
// the first steps as remembered, and the first session. Back is the browser's own back.

import { today } from "./days.js";
import { capital, el, say } from "./dom.js";
import { drawSafety } from "./safety.js";
import { scores } from "./scores.js";
import { drawChoice, startComparing } from "./compare.js";

/** @import { App, Child, Foot, Question, Tool, Words } from "../../types.js" */

/** @type {Record<string, (app: App, words: Words) => Child>} */
const STEPS = { foot: drawFoot, check: drawCheck, tools: drawTools, question: drawQuestion, morning: drawMorning, ready: drawReady };
const NAMES = Object.keys(STEPS);
const HASH = () => location.hash.slice(1);
/** @type {Question[]} */
const QUESTIONS = ["helps", "which", "guide"];
let listening = false;

/** @param {App} app @returns {Child[]} */
export function drawBegin(app) {
  if (!listening) window.addEventListener("hashchange", () => app.redraw("begin-title"));
  listening = true;
  const step = allowed(app, NAMES.includes(HASH()) ? HASH() : next(app));
  const { begin: words } = app.diary.words;
  const number = NAMES.indexOf(step) + 1;
  const progress = el("small", {}, say(words.progress, { number, steps: NAMES.length }));
  return [
    el("h1", { id: "begin-title" }, progress, " ", words[`${step}_title`] ?? app.diary.words.safety.title),
    STEPS[step](app, words),
    number > 1 && el("button", { class: "plain", id: "begin-back", onclick: () => go(app, NAMES[number - 2]) }, words.back),
  ];
}

/** The first step that is not done yet. @param {App} app */
function next({ diary: { document: { foot, clear, comparing, settings }, unsent } }) {
  if (!foot) return "foot";
  if (clear === null) return "check";
  if (comparing) return "ready";
  return unsent.length || settings.tools ? "question" : "tools";
}

/** Nothing is asked before what it needs. @param {App} app @param {string} step */
function allowed({ diary: { document: { foot, clear, comparing } } }, step) {
  if (!foot) return "foot";
  if (clear !== true && NAMES.indexOf(step) > 1) return "check";
  if (!comparing && NAMES.indexOf(step) > 3) return "question";
  return step;
}

/** @param {App} app @param {string} step */
function go(app, step) {
  if (HASH() === step) app.redraw("begin-title");
  else location.hash = step;
}

/** @param {App} app @param {Words} words @returns {Child} */
function drawFoot(app, words) {
  const { foot, settings } = app.diary.document;
  /** @param {Foot} which @param {Foot | "both"} feet */
  const choose = async (which, feet) => {
    await app.look(which, null);
    if (app.diary.document.foot !== which) return;
    if (settings.feet !== feet) await app.tell("setting", today(), { name: "feet", value: feet });
    go(app, "check");
  };
  const both = () => {
    app.open["begin-both"] = true;
    app.redraw("begin-worse");
  };
  /** @param {string} name @param {() => unknown} then @param {boolean} [chosen] */
  const button = (name, then, chosen) =>
    el("button", { class: "quiet wide", "aria-pressed": chosen ? "true" : null, onclick: then }, name);
  return [
    el("p", { class: "help" }, words.foot_help),
    el(
      "div",
      { class: "answers", role: "group", "aria-labelledby": "begin-title" },
      button(words.left, () => choose("left", "left"), foot === "left" && settings.feet !== "both"),
      button(words.right, () => choose("right", "right"), foot === "right" && settings.feet !== "both"),
      button(words.both, both, settings.feet === "both"),
    ),
    app.open["begin-both"] &&
      el(
        "section",
        { class: "card" },
        el("p", { id: "begin-worse" }, words.both_help),
        el(
          "div",
          { class: "answers" },
          button(words.worse_left, () => choose("left", "both")),
          button(words.worse_right, () => choose("right", "both")),
        ),
      ),
  ];
}

/** @param {App} app @param {Words} words @returns {Child} */
function drawCheck(app, words) {
  const { clear } = app.diary.document;
  return [
    drawSafety(app),
    clear === true && el("button", { class: "wide", id: "begin-next", onclick: () => go(app, "tools") }, words.next),
    clear === false && el("p", {}, el("a", { class: "button quiet", href: "../today/" }, words.keep_mornings)),
  ].flat();
}

/** @param {App} app @param {Words} words @returns {Child} */
function drawTools(app, words) {
  const { settings, tools } = app.diary.document;
  const had = settings.tools.split(",");
  /** @param {Tool} tool */
  const box = (tool) =>
    el(
      "label",
      { class: "row" },
      el("input", { type: "checkbox", name: "tool", value: tool.id, checked: had.includes(tool.id) }),
      capital(tool.name),
    );
  const boxes = tools.map(box);
  const button = el("button", { class: "wide" });
  const form = el(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        const chosen = new FormData(form).getAll("tool");
        await app.tell("setting", today(), { name: "tools", value: chosen.join(",") });
        go(app, "question");
      },
      onchange: () => count(),
    },
    el("fieldset", { class: "card" }, el("legend", { class: "unseen" }, words.tools_title), boxes),
    button,
  );
  const count = () => {
    button.textContent = new FormData(form).getAll("tool").length ? words.next : words.tools_none;
  };
  count();
  return [el("p", { class: "help" }, words.tools_help), form];
}

/** @param {App} app @param {Words} words @returns {Child} */
function drawQuestion(app, words) {
  const { comparing, suggested } = app.diary.document;
  if (app.diary.unsent.some(({ kind }) => kind === "setting")) return el("p", { class: "card" }, words.ready_waiting);
  const chosen = comparing?.techniques ?? suggested;
  if (!chosen.length) return [el("p", { class: "card" }, words.nothing_suggested), toCompare(words)];
  const { compare } = app.diary.words;
  const problem = el("p", { class: "error", role: "alert", id: "problem" });
  const form = el(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        const told = await startComparing(app, new FormData(form), problem);
        if (told) go(app, "morning");
      },
    },
    el(
      "fieldset",
      { class: "card" },
      el("legend", { class: "unseen" }, words.question_title),
      QUESTIONS.map((question) =>
        drawChoice(compare, question, (comparing?.question ?? "helps") === question),
      ),
    ),
    el(
      "fieldset",
      { class: "card" },
      el("legend", {}, compare.techniques),
      el("p", { class: "help" }, words.suggested),
      chosen.map((id) => drawTechnique(app, id)),
    ),
    problem,
    el("button", { class: "wide" }, words.next),
  );
  return [form, toCompare(words)];
}

/** @param {Words} words */
const toCompare = (words) => el("p", {}, el("a", { class: "away", href: "../compare/" }, words.choose_more));

/** @param {App} app @param {string} id */
function drawTechnique(app, id) {
  const needs = app.diary.document.techniques.find((one) => one.id === id)?.needs ?? "";
  return el(
    "label",
    { class: "row" },
    el("input", { type: "checkbox", name: "technique", value: id, checked: true }),
    el("span", {}, capital(app.diary.name(id)), el("span", { class: "help" }, capital(needs))),
  );
}

/** When the first steps were, and then how much they hurt. @param {App} app @param {Words} words */
function drawMorning(app, words) {
  const { foot } = app.diary.document;
  const { today: short } = app.diary.words;
  const when = app.open.begin_when;
  /** @param {"now" | "earlier"} value @param {string} name */
  const choice = (value, name) =>
    el(
      "button",
      {
        class: "quiet",
        "aria-pressed": when === value ? "true" : null,
        onclick: () => {
          app.open.begin_when = value;
          app.redraw("remember");
        },
      },
      name,
    );
  /** @param {number} pain */
  const tell = async (pain) => {
    await app.tell(when === "now" ? "morning" : "remembered", today(), { pain });
    go(app, "ready");
  };
  return el(
    "section",
    { class: "card" },
    el("p", { id: "when" }, el("strong", {}, words.when)),
    el("div", { class: "ways", role: "group", "aria-labelledby": "when" }, choice("now", words.just_now), choice("earlier", words.earlier)),
    el("p", { class: "help" }, words.just_now_help),
    when && [
      el("p", { id: "remember" }, say(words.morning_ask, { foot: short[`foot_${foot}`] })),
      scores("remember", tell, { none: short.no_pain }),
      el("p", { class: "help" }, short.scale),
    ],
    el("button", { class: "plain", onclick: () => go(app, "ready") }, words.not_remembered),
    el("p", {}, el("a", { class: "away", href: "../settings/#day" }, words.nights)),
  );
}

/** @param {App} app @param {Words} words @returns {Child} */
function drawReady(app, words) {
  const { remembered } = app.diary.document;
  const line = app.diary.planned(today());
  const later = el("p", {}, el("a", { class: "button quiet wide", href: "../today/" }, words.ready_later));
  const noted = remembered && el("p", { class: "help" }, say(words.remembered, { pain: remembered.pain }));
  if (!line?.technique) return [noted, el("p", { class: "card" }, line ? line.how : words.ready_waiting), later];
  return [
    noted,
    el(
      "section",
      { class: "card plan" },
      el("p", { class: "big" }, line.title),
      el("p", {}, say(words.ready_lead, { name: app.diary.name(line.technique), about: line.about })),
      el("p", {}, say(words.ready_needs, { needs: line.needs })),
      el("p", {}, line.how),
      el("p", { class: "help" }, words.ready_why),
      el("p", {}, el("a", { class: "button wide", href: `../session/?do=${encodeURIComponent(line.technique)}` }, words.ready_go)),
    ),
    later,
  ];
}
