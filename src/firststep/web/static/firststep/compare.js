// What to compare: a foot, the safety check, a question, and the techniques at hand.

import { today } from "./days.js";
import { capital, el, say } from "./dom.js";
import { drawSafety, fillsThePage, somethingIsOpen } from "./safety.js";
import { drawTechniques } from "./techniques.js";

/** @import { App, Child, Comparing, Diary, Foot, Question, Technique, Words } from "../../types.js" */

/** @type {Foot[]} */
const FEET = ["left", "right"];
/** @type {Question[]} */
const QUESTIONS = ["helps", "which", "guide"];

/** @param {App} app @returns {Child[]} */
export function drawCompare(app) {
  const { diary } = app;
  const words = diary.words.compare;
  const { clear, comparing, foot } = diary.document;
  if (foot && fillsThePage(app)) return [el("h1", {}, diary.words.safety.title), drawSafety(app)].flat();
  const safety = foot ? drawSafety(app) : [];
  const first = clear === false; // a warning comes before everything else
  return [
    el("h1", {}, diary.words.app.compare),
    ...(first ? safety : []),
    !first && el("p", {}, words.lead),
    comparing && el("p", { class: "help" }, say(words.now, { question: now(diary, words, comparing) }), " ", words.keep),
    drawFoot(app, words, foot),
    ...(first ? [] : safety),
    foot && somethingIsOpen(app) && drawQuestion(app, words, comparing),
  ];
}

/** @param {Diary} diary @param {Words} words @param {Comparing} comparing */
function now(diary, words, { question }) {
  const named = diary.compared.map((id) => diary.name(id)).join(", ");
  return `${words[question]} ${capital(named)}.`;
}

/** @param {App} app @param {Words} words @param {Foot | null} chosen */
function drawFoot(app, words, chosen) {
  /** @param {Foot} foot */
  const choice = (foot) =>
    el(
      "label",
      { class: "row" },
      el("input", {
        type: "radio",
        name: "foot",
        value: foot,
        id: `foot-${foot}`,
        checked: chosen === foot,
        onchange: () => app.look(foot, `foot-${foot}`),
      }),
      words[foot],
    );
  return el(
    "fieldset",
    { class: "card" },
    el("legend", {}, words.foot),
    el("p", { class: "help" }, words.foot_help),
    FEET.map(choice),
  );
}

/** @param {App} app @param {Words} words @param {Comparing | null} comparing */
function drawQuestion(app, words, comparing) {
  const { techniques } = app.diary.document;
  const problem = el("p", { class: "error", role: "alert", id: "problem" });
  /** @type {HTMLFormElement} */
  const form = el(
    "form",
    {
      id: "question",
      onsubmit: async (event) => {
        event.preventDefault();
        if (await startComparing(app, new FormData(form), problem)) window.location.assign("../today/");
      },
    },
    el(
      "fieldset",
      { class: "card" },
      el("legend", {}, words.question),
      QUESTIONS.map((question) => drawChoice(words, question, (comparing?.question ?? "helps") === question)),
    ),
    drawTechniques(app, comparing?.techniques ?? []),
    drawExpects(words, techniques, comparing?.expects),
    problem,
    el("button", { class: "wide" }, comparing ? words.save : words.start),
  );
  return form;
}

/** @param {Words} words @param {Question} question @param {boolean} checked */
export function drawChoice(words, question, checked) {
  return el(
    "label",
    { class: "row" },
    el("input", { type: "radio", name: "question", value: question, checked }),
    el("span", {}, words[question], el("span", { class: "help" }, words[`${question}_help`])),
  );
}

/** @param {Words} words @param {Technique[]} techniques @param {string | undefined} expected */
function drawExpects(words, techniques, expected) {
  /** @param {string} id @param {string} name */
  const choice = (id, name) => el("option", { value: id, selected: id === (expected ?? "") }, name);
  return el(
    "div",
    { class: "card" },
    el("label", { for: "expects" }, words.expects),
    el("p", { class: "help", id: "expects-help" }, words.expects_help),
    el(
      "select",
      { id: "expects", name: "expects", "aria-describedby": "expects-help" },
      choice("", words.expects_open),
      techniques.filter((one) => !one.retired && one.allowed).map((one) => choice(one.id, capital(one.name))),
    ),
  );
}

/**
 * Tell what is compared from now on, or say in `problem` why it cannot be; answers whether it was told.
 * @param {App} app
 * @param {FormData} data
 * @param {HTMLElement} problem
 */
export async function startComparing(app, data, problem) {
  const { fewest, most } = app.diary.document;
  const { compare: words } = app.diary.words;
  const question = /** @type {Question} */ (data.get("question"));
  const techniques = data.getAll("technique").map(String);
  const expects = question !== "guide" && String(data.get("expects") ?? ""); // where nothing is compared, nothing is expected
  if (techniques.length < fewest[question]) problem.textContent = say(words.too_few, { count: fewest[question] });
  else if (techniques.length > most) problem.textContent = say(words.too_many, { count: most });
  else if (expects && !techniques.includes(expects)) problem.textContent = words.expects_other;
  else return app.tell("comparing", today(), { question, techniques, ...(expects && { expects }) });
  return false;
}
