// What to compare: a foot, the safety check, a question, and the techniques at hand.

import { today } from "./days.js";
import { capital, el, say } from "./dom.js";

const FEET = ["left", "right"];
const QUESTIONS = ["helps", "which", "guide"];

export function drawCompare(app) {
  const { diary } = app;
  const words = diary.words.compare;
  const { clear, comparing } = diary.document;
  if (clear !== null || comparing) app.open.foot ??= diary.document.foot;
  return [
    el("h1", {}, diary.words.app.compare),
    el("p", {}, words.lead),
    comparing && el("p", { class: "help" }, say(words.now, { question: now(diary, words) }), " ", words.keep),
    drawFoot(app, words),
    drawSafety(app, words, clear),
    clear === false && el("p", { class: "card warning", id: "see-someone" }, diary.words.today.see_someone),
    clear === true && drawQuestion(app, words, comparing),
  ];
}

function now(diary, words) {
  const named = diary.compared.map((id) => diary.name(id)).join(", ");
  return `${words[diary.document.comparing.question]} ${capital(named)}.`;
}

function drawFoot(app, words) {
  const choice = (foot) =>
    el(
      "label",
      { class: "row" },
      el("input", {
        type: "radio",
        name: "foot",
        value: foot,
        checked: app.open.foot === foot,
        onchange: () => (app.open.foot = foot),
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

function drawSafety(app, words, clear) {
  if (clear === true && !app.open.safety) {
    return el(
      "section",
      { class: "card told", id: "safety" },
      el("p", {}, `${words.safety}: ${words.clear.toLowerCase()}.`),
      el("button", { class: "plain", onclick: () => reopen(app) }, words.change),
    );
  }
  const problem = el("p", { class: "error", role: "alert" });
  const answer = (isClear, focus) => {
    if (!app.open.foot) {
      problem.textContent = words.foot_first;
      return null;
    }
    app.open.safety = false;
    return app.tell("safety", today(), { clear: isClear }, { foot: app.open.foot, focus });
  };
  return el(
    "section",
    { class: "card", id: "safety" },
    el("h2", {}, words.safety),
    el("p", {}, words.safety_help),
    el("ul", {}, words.signs.map((sign) => el("li", {}, sign))),
    problem,
    el(
      "div",
      { class: "answers" },
      el("button", { onclick: () => answer(true, "question") }, words.clear),
      el("button", { class: "plain", onclick: () => answer(false, "see-someone") }, words.not_clear),
    ),
  );
}

function reopen(app) {
  app.open.safety = true;
  app.redraw("safety");
}

function drawQuestion(app, words, comparing) {
  const { fewest, most, techniques } = app.diary.document;
  const problem = el("p", { class: "error", role: "alert", id: "problem" });
  const form = el(
    "form",
    {
      id: "question",
      onsubmit: (event) => {
        event.preventDefault();
        const data = new FormData(form);
        const [question, chosen] = [data.get("question"), data.getAll("technique")];
        if (chosen.length < fewest[question]) problem.textContent = say(words.too_few, { count: fewest[question] });
        else if (chosen.length > most) problem.textContent = say(words.too_many, { count: most });
        else start(app, question, chosen);
      },
    },
    el(
      "fieldset",
      { class: "card" },
      el("legend", {}, words.question),
      QUESTIONS.map((question) => drawChoice(words, question, (comparing?.question ?? "helps") === question)),
    ),
    el(
      "fieldset",
      { class: "card" },
      el("legend", {}, words.techniques),
      el("p", { class: "help" }, words.techniques_help),
      techniques
        .filter((technique) => !technique.retired)
        .map((technique) => drawTechnique(technique, comparing?.techniques.includes(technique.id))),
    ),
    problem,
    el("button", { class: "main" }, comparing ? words.change : words.start),
  );
  return form;
}

function drawChoice(words, question, checked) {
  return el(
    "label",
    { class: "row" },
    el("input", { type: "radio", name: "question", value: question, checked }),
    el("span", {}, words[question], el("span", { class: "help" }, words[`${question}_help`])),
  );
}

function drawTechnique(technique, checked) {
  return el(
    "label",
    { class: "row" },
    el("input", { type: "checkbox", name: "technique", value: technique.id, checked }),
    el("span", {}, capital(technique.name), el("span", { class: "help" }, capital(technique.needs))),
  );
}

async function start(app, question, techniques) {
  await app.tell("comparing", today(), { question, techniques }, { foot: app.open.foot });
  const { comparing } = app.diary.document;
  if (comparing?.question === question && comparing.techniques.join() === techniques.join()) {
    window.location.assign("../today/");
  }
}
