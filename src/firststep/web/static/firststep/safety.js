// The safety check: its cards one at a time, and what follows from the answers.
// What follows is worked out by the server; only "get care now" is said at once, even without it.

import { today } from "./days.js";
import { capital, el, say } from "./dom.js";
import { person } from "./server.js";

/** @import { Answer, Answers, App, Card, Child, Claim, Draft } from "../../types.js" */
/** @import { Reason, Result, SafetyQuestion, Whom, Words } from "../../types.js" */

/**
 * The check as it stands on the page: a card, what follows, or that it is not saved yet.
 * @param {App} app
 * @returns {Child[]}
 */
export function drawSafety(app) {
  const { safety } = app.diary.document;
  const draft = draftOf(app);
  if (draft) return [drawAgain(app, draft), drawCard(app, draft)];
  return safety.waiting ? drawWaiting(app) : [drawResult(app)];
}

/** Whether the cards have the page to themselves. @param {App} app */
export const fillsThePage = (app) => {
  const draft = draftOf(app);
  return draft !== null && (draft.at > 0 || draft.reopened);
};

/** The answers that are being given for the foot on the page; begun where there are none. @param {App} app */
function draftOf(app) {
  const { clear, foot, safety } = app.diary.document;
  if (app.open.safety?.foot === foot) return app.open.safety;
  return clear === null && !safety.waiting ? begin(app, false) : null;
}

/**
 * What was answered before is where the answers start; each card is still gone through.
 * @param {App} app
 * @param {boolean} reopened
 */
function begin(app, reopened) {
  const { foot, safety } = app.diary.document;
  /** @type {Draft} */
  const fresh = { foot, reopened, at: 0, ticks: { ...safety.answers }, answers: {} };
  const draft = (!reopened && begun(foot)) || fresh;
  app.open.safety = draft;
  return draft;
}

const BEGUN = `firststep check ${person}`; // in this tab only, so that a reload loses no card

/** The cards that were being answered for a foot when the page was left. @param {Draft["foot"]} foot @returns {Draft | null} */
function begun(foot) {
  try {
    const draft = JSON.parse(sessionStorage.getItem(BEGUN) ?? "null");
    return draft?.foot === foot ? draft : null;
  } catch {
    return null;
  }
}

/** @param {Draft | null} draft */
function remember(draft) {
  try {
    if (draft) sessionStorage.setItem(BEGUN, JSON.stringify(draft));
    else sessionStorage.removeItem(BEGUN);
  } catch {
    // then a reload begins with the first card
  }
}

/** @param {SafetyQuestion} question @param {Answer | undefined} answer */
const isSafe = (question, answer) => answer === question.safe_if;
/** @param {SafetyQuestion} question @param {Answer | undefined} answer */
const isStop = (question, answer) => question.stop !== null && answer !== undefined && !isSafe(question, answer);

/**
 * The cards that are asked, given these answers: some follow others only.
 * @param {App} app
 * @param {Answers} answers
 */
function asked(app, answers) {
  const { cards } = app.diary.document.safety;
  const all = new Map(cards.flatMap((card) => card.questions).map((question) => [question.id, question]));
  /** @param {string} id */
  const mayBeSo = (id) => {
    const question = all.get(id);
    return question && answers[id] !== undefined && !isSafe(question, answers[id]);
  };
  /** @param {SafetyQuestion} question */
  const isDue = (question) => !question.after.length || question.after.some(mayBeSo);
  return cards
    .map((card) => ({ ...card, questions: card.questions.filter(isDue) }))
    .filter((card) => card.questions.length);
}

/** @param {Answer | undefined} tick */
const isTicked = (tick) => tick === "yes" || tick === "unsure";

/** @param {App} app @param {Draft} draft */
function drawAgain(app, draft) {
  const { safety } = app.diary.document;
  const { safety: words } = app.diary.words;
  if (draft.at > 0) return null;
  if (draft.reopened) return el("p", { class: "help" }, words.kept_answers);
  const known = Object.keys(safety.answers).length > 0;
  return el("p", {}, known ? `${words.again} ${safety.again.join(" ")}` : words.lead);
}

/** @param {App} app @param {Draft} draft */
function drawCard(app, draft) {
  const { safety: words, today: buttons } = app.diary.words;
  const cards = asked(app, draft.answers);
  const card = cards[draft.at];
  const button = el("button", { class: "main" });
  const changed = () => {
    const none = card.questions.every((question) => question.safe_if === "yes") ? words.none_usual : words.none;
    button.textContent = card.questions.some(({ id }) => isTicked(draft.ticks[id])) ? words.next : none;
  };
  changed();
  return el(
    "form",
    { class: "card check", id: "safety", onsubmit: (event) => goOn(app, draft, cards, event) },
    el(
      "h2",
      { id: "safety-card" },
      el("small", {}, `${say(words.progress, { number: draft.at + 1, cards: cards.length })} `),
      card.title,
    ),
    card.help && el("p", { class: "help" }, card.help),
    card.questions.map((question) => drawLine(words, question, draft.ticks, changed)),
    el(
      "div",
      { class: "answers" },
      button,
      draft.at > 0 && el("button", { type: "button", class: "plain", onclick: () => turn(app, draft, -1) }, words.back),
      draft.at === 0 && draft.reopened && el("button", { type: "button", class: "plain", onclick: () => leave(app) }, buttons.leave),
    ),
  );
}

/**
 * One line: a tick, what is meant by it, and once it is ticked, how sure.
 * @param {Words} words
 * @param {SafetyQuestion} question
 * @param {Answers} ticks
 * @param {() => void} changed
 */
function drawLine(words, question, ticks, changed) {
  const { id, asks, help } = question;
  const sure = drawSure(words, question, ticks);
  /** @param {{target: HTMLInputElement}} event */
  const tick = ({ target }) => {
    /** @type {HTMLElement | null} */ (sure.querySelector("[value=yes]"))?.click(); // a new tick is a yes
    ticks[id] = target.checked ? "yes" : undefined;
    show();
    changed();
  };
  const show = () => sure.toggleAttribute("hidden", !isTicked(ticks[id]));
  show();
  return el(
    "div",
    { class: "line" },
    el(
      "label",
      { class: "row" },
      el("input", { type: "checkbox", id: `ask-${id}`, checked: isTicked(ticks[id]), onchange: tick }),
      el("span", {}, asks),
    ),
    sure,
    help && el("details", { class: "meant" }, el("summary", {}, words.meant), el("p", {}, help)),
  );
}

/** @param {Words} words @param {SafetyQuestion} question @param {Answers} ticks */
function drawSure(words, { id, asks, safe_if: safeIf }, ticks) {
  const help = el("p", { class: "help", hidden: ticks[id] !== "unsure" }, words.unsure_help);
  /** @param {Answer} value @param {string} name */
  const choice = (value, name) =>
    el(
      "label",
      { class: "pill" },
      el("input", {
        type: "radio",
        name: `sure-${id}`,
        value,
        checked: value === (isTicked(ticks[id]) ? ticks[id] : "yes"),
        onchange: () => {
          ticks[id] = value;
          help.hidden = value !== "unsure";
        },
      }),
      name,
    );
  return el(
    "div",
    { class: "sure", role: "radiogroup", "aria-label": `${words.sure} ${asks}` },
    choice("yes", words.yes),
    choice("unsure", words.unsure),
    safeIf === "no" && help,
  );
}

/** @param {App} app @param {Draft} draft @param {number} step */
function turn(app, draft, step) {
  draft.at += step;
  remember(draft);
  app.redraw("safety-card");
}

/** @param {App} app */
function leave(app) {
  app.open.safety = null;
  remember(null);
  app.redraw("safety-again");
}

/** @param {App} app @param {Draft} draft @param {Card[]} cards @param {Event} event */
function goOn(app, draft, cards, event) {
  event.preventDefault();
  const { questions } = cards[draft.at];
  for (const { id } of questions) draft.answers[id] = isTicked(draft.ticks[id]) ? draft.ticks[id] : "no";
  const now = asked(app, draft.answers);
  if (questions.some((question) => isStop(question, draft.answers[question.id]))) finish(app, draft, now.slice(0, draft.at + 1), app.diary.document.safety.answers);
  else if (draft.at + 1 < now.length) turn(app, draft, 1);
  else finish(app, draft, now);
}

/**
 * Tell the answers of these cards, once; what was answered on a card that is no longer asked is left out.
 * Where a warning ends the cards early, what was answered `before` on the others is kept.
 * @param {App} app
 * @param {Draft} draft
 * @param {Card[]} cards
 * @param {Answers} before
 */
async function finish(app, draft, cards, before = {}) {
  const ids = cards.flatMap((card) => card.questions).map((question) => question.id);
  const answers = { ...before, ...Object.fromEntries(ids.map((id) => [id, draft.answers[id]])) };
  app.open.safety = null;
  remember(null);
  app.open["safety-why"] = true;
  const saved = await app.tell("screening", today(), { answers }, { focus: "result" });
  if (saved || app.diary.document.safety.waiting) return;
  app.open.safety = draft; // it was not taken: nothing that was ticked is lost
  app.redraw("safety-card");
}

/** Not saved yet: what cannot wait is said all the same. @param {App} app @returns {Child[]} */
export function drawWaiting(app) {
  const { safety: words } = app.diary.words;
  const { cards, answers } = app.diary.document.safety;
  const stops = cards.flatMap((card) => card.questions).filter((one) => isStop(one, answers[one.id]));
  const heading = { id: "result", tabindex: "-1" };
  if (!stops.length) return [el("p", { class: "card", ...heading }, words.waiting)];
  return [
    el(
      "section",
      { class: "card warning" },
      el("h2", heading, words["care-now"]),
      el("p", {}, words["care-now_lead"]),
      stops.map(({ asks, stop }) => [el("h3", {}, asks), stop && drawWhom(stop)]),
    ),
  ];
}

/**
 * Whether anything is open to be chosen: the short check of earlier versions leaves nothing out.
 * @param {App} app
 */
export function somethingIsOpen(app) {
  const { clear, safety } = app.diary.document;
  return clear === true && safety.result?.open.length !== 0;
}

const GRAVE = ["care-now", "see-first"];

/**
 * What follows from the check. What is grave stands open; else the reasons open on a tap.
 * @param {App} app
 */
function drawResult(app) {
  const { clear, safety } = app.diary.document;
  const { safety: words, today: short } = app.diary.words;
  const { result } = safety;
  const title = result?.title ?? words.title;
  const lead = result?.lead ?? (clear ? words.short_clear : short.see_someone);
  const reasons = result?.because.map((reason) => drawReason(words, reason)) ?? [];
  return el(
    "section",
    { class: clear ? "card" : "card warning", id: "safety" },
    el("h2", { id: "result" }, result && el("small", {}, `${words.title} `), title),
    el("p", {}, lead),
    result && GRAVE.includes(result.outcome) && reasons,
    result && !GRAVE.includes(result.outcome) && drawWhy(app, words, reasons, result),
    result?.because.some(({ see }) => see) && el("p", {}, toSomebody(words)),
    result && result.because.length > 0 && el("p", { class: "help" }, result.note),
    safety.again.length > 0 && el("p", {}, `${words.again} ${safety.again.join(" ")}`),
    el("button", { class: "plain", id: "safety-again", onclick: () => reopen(app) }, words.answer_again),
  );
}

/** @param {App} app */
function reopen(app) {
  begin(app, true);
  app.redraw("safety-card");
}

/** @param {App} app @param {Words} words @param {Child[]} reasons @param {Result} result */
function drawWhy(app, words, reasons, result) {
  const seen = [...new Set(result.because.map(({ see }) => see).filter(Boolean))];
  return [
    seen.map((see) => el("p", { class: "see" }, see)),
    reasons.length > 0 &&
      el(
        "details",
        { class: "more", id: "safety-why", open: app.open["safety-why"] },
        el("summary", {}, words.because),
        reasons,
      ),
    result.open.length === 0 && [el("p", {}, words.nothing_open), drawLeftOut(app, words, result.left_out)],
  ];
}

/**
 * What the check leaves out, each with the line that does.
 * @param {App} app
 * @param {Words} words
 * @param {{name: string, because: string[]}[]} left
 */
export function drawLeftOut(app, words, left) {
  if (!left.length) return null;
  /** @param {{name: string, because: string[]}} one */
  const line = ({ name, because }) => el("li", {}, el("strong", {}, `${capital(name)}. `), because[0]);
  return el(
    "details",
    { class: "more", id: "left-out", open: app.open["left-out"] },
    el("summary", {}, words.list_left_out),
    el("ul", {}, left.map(line)),
  );
}

/**
 * One answer: what was asked, whom to see and what to say, why, and what to do otherwise.
 * @param {Words} words
 * @param {Reason} reason
 */
function drawReason(words, { asks, answer, see, tell, why, otherwise, reviewed }) {
  return el(
    "section",
    { class: "reason" },
    el("h3", {}, asks),
    el("p", { class: "help" }, words[`you_said_${answer}`]),
    drawWhom({ see, tell }),
    drawClaims(why),
    otherwise.length > 0 && el("p", {}, el("strong", {}, words.otherwise)),
    drawClaims(otherwise),
    el("p", { class: "ground" }, reviewed),
  );
}

/** The way to whom to see, who is near, and what to ask them. @param {Words} words */
export const toSomebody = (words) => el("a", { href: "../professionals/", class: "away" }, words.find);

/** @param {Whom} whom @returns {Child[]} */
export const drawWhom = ({ see, tell }) => [
  see && el("p", { class: "see" }, see),
  tell && el("p", {}, tell),
];

/** @param {Claim[]} claims */
const drawClaims = (claims) =>
  claims.length > 0 &&
  el("ul", {}, claims.map(({ says, ground }) => el("li", {}, says, " ", el("span", { class: "ground" }, ground))));
