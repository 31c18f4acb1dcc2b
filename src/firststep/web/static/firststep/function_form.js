// What the heel makes hard: name three to five things, then say how well each can be done.

import { el, say } from "./dom.js";
import { timesOf, whatOn } from "./measured.js";
import { radios } from "./radios.js";

/** @import { App, Child, Day, Things, Words } from "../../types.js" */
/** @typedef {{id: string, leave?: Child[]}} Place the card that the form stands in, and what closes it */

/**
 * The form for one day; the eye returns to its card.
 * @param {App} app
 * @param {Day} on
 * @param {Place} place
 */
export function drawFunctionForm(app, on, { id, leave = [] }) {
  const state = stateOf(app, on);
  const draw = state.naming ? drawNaming : drawScoring;
  return draw(app, state, { id, leave });
}

/** Forget what was begun and not saved. @param {App} app */
export const forgetForm = (app) => delete app.open.things;

/** What is being filled in, kept while the page is drawn anew. @param {App} app @param {Day} on @returns {Things} */
function stateOf(app, on) {
  if (app.open.things?.on === on) return app.open.things;
  const times = timesOf(app.diary, "function").filter((time) => time.on <= on);
  const told = times.at(-1)?.on === on ? times.pop() : null;
  const before = times.at(-1) ?? null;
  const names = (told ?? before)?.answers?.map(([name]) => name) ?? [];
  app.open.things = {
    on,
    names,
    naming: !names.length,
    able: new Map(told?.answers),
    before: new Map(before?.answers),
  };
  return app.open.things;
}

/** @param {App} app @param {Things} state @param {Place} place */
function drawNaming(app, state, { id, leave }) {
  const { fewest, most, how } = app.diary.document.measures.function;
  const words = app.diary.words.measuring;
  const problem = el("p", { class: "error", role: "alert", id: `${id}-problem` });
  const fields = [...Array(Math.max(fewest, state.names.length)).keys()];
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const names = state.names.map((name) => name.trim()).filter(Boolean);
    const wrong = wrongNames(names, fewest, words);
    if (wrong) {
      problem.textContent = wrong;
      return;
    }
    Object.assign(state, { names, naming: false });
    app.redraw(`${id}-ask`);
  };
  const more = () => {
    state.names = [...fields.map((at) => state.names[at] ?? ""), ""];
    app.redraw(`${id}-thing-${fields.length}`);
  };
  return el(
    "form",
    { onsubmit: submit },
    el(
      "fieldset",
      {},
      el("legend", { id: `${id}-ask` }, words.name_things),
      el("p", { class: "help" }, how[0]),
      fields.map((at) => drawField(words, state, { id, at })),
      el("datalist", { id: `${id}-examples` }, words.examples.split("; ").map((value) => el("option", { value }))),
    ),
    problem,
    el(
      "div",
      { class: "answers" },
      el("button", { class: "main" }, words.go_on),
      fields.length < most && el("button", { type: "button", onclick: more }, words.one_more),
      leave,
    ),
  );
}

/** @param {Words} words @param {Things} state @param {{id: string, at: number}} which */
function drawField(words, state, { id, at }) {
  const field = `${id}-thing-${at}`;
  return [
    el("label", { for: field }, say(words.thing, { number: at + 1 })),
    el("input", {
      id: field,
      type: "text",
      maxlength: 60,
      list: `${id}-examples`,
      autocomplete: "off",
      "aria-describedby": `${id}-problem`,
      value: state.names[at] ?? "",
      oninput: (event) => {
        state.names[at] = event.target.value;
      },
    }),
  ];
}

/** @param {string[]} names @param {number} fewest @param {Words} words */
function wrongNames(names, fewest, words) {
  if (names.length < fewest) return say(words.too_few, { count: fewest });
  const different = new Set(names.map((name) => name.toLowerCase()));
  return different.size < names.length ? words.twice : null;
}

/** @param {App} app @param {Things} state @param {Place} place */
function drawScoring(app, state, { id, leave }) {
  const { asks, how } = app.diary.document.measures.function;
  const words = app.diary.words.measuring;
  const problem = el("p", { class: "error", role: "alert" });
  /** @param {Event & { target: HTMLElement }} event */
  const submit = (event) => {
    event.preventDefault();
    const missing = state.names.findIndex((name) => !state.able.has(name));
    if (missing >= 0) {
      problem.textContent = words.score_all;
      /** @type {HTMLElement | null} */ (event.target.querySelector(`[name="${id}-able-${missing}"]`))?.focus();
      return undefined;
    }
    const answers = state.names.map((name) => /** @type {[string, number]} */ ([name, state.able.get(name)]));
    forgetForm(app);
    app.open[id] = false;
    app.before = { ...app.before, [id]: whatOn(app.diary, "function", state.on) };
    return app.tell("function", state.on, { answers }, { focus: id });
  };
  const other = () => {
    state.naming = true;
    app.redraw(`${id}-ask`);
  };
  return el(
    "form",
    { onsubmit: submit },
    el("h3", { id: `${id}-ask` }, asks),
    el("p", { class: "help" }, how.at(-1)),
    state.names.map((name, at) => drawThing(words, state, { name, field: `${id}-able-${at}` })),
    problem,
    el(
      "div",
      { class: "answers" },
      el("button", { class: "main" }, words.save),
      el("button", { type: "button", class: "plain", onclick: other }, words.other_things),
      leave,
    ),
  );
}

/** @param {Words} words @param {Things} state @param {{name: string, field: string}} which */
function drawThing(words, state, { name, field }) {
  const { able, before } = state;
  return el(
    "fieldset",
    {},
    el("legend", {}, name, before.has(name) && el("small", {}, ` ${say(words.last_time, { score: before.get(name) ?? "" })}`)),
    radios(field, (score) => able.set(name, score), able.get(name) ?? null),
  );
}
