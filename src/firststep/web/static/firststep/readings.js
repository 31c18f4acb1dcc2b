// The readings of an ankle: one large number with plus and minus, or all three in a form to change them.

import { el, say } from "./dom.js";
import { readingOf, stepped, unitOf } from "./lengths.js";
import { timeOn } from "./measured.js";

/** @import { AnkleName, App, Child, Day } from "../../types.js" */

/** A reading with its unit: "8.5 cm", "3⅜ in", "36°". @param {App} app @param {AnkleName} kind @param {number} reading */
export function shownReading(app, kind, reading) {
  const unit = unitOf(kind, app.diary.document.settings);
  return say(app.diary.words.ankle[unit.key], { size: unit.show(reading) });
}

/** @param {App} app @param {AnkleName} kind @param {number[]} readings */
export const shownReadings = (app, kind, readings) => readings.map((one) => shownReading(app, kind, one)).join(", ");

/** What is said of a number that cannot be. @param {App} app @param {AnkleName} kind */
export function wrongReading(app, kind) {
  const { highest } = app.diary.document.measures[kind];
  const unit = unitOf(kind, app.diary.document.settings);
  return say(app.diary.words.ankle.wrong, { most: unit.show(highest) });
}

/**
 * A number to type, or to reach by plus and minus. `text` is what stands in it, and `typed` hears of
 * every change; `begin` is where a tap on plus begins, in what is typed.
 * @param {App} app
 * @param {AnkleName} kind
 * @param {{id: string, text: string, typed: (text: string) => void, begin?: number}} how
 */
export function drawReading(app, kind, { id, text, typed, begin }) {
  const { words, document } = app.diary;
  const { highest } = document.measures[kind];
  const unit = unitOf(kind, document.settings);
  const field = el("input", {
    id,
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    value: text,
    "aria-describedby": `${id}-problem`,
    oninput: (event) => typed(event.target.value),
  });
  /** @param {1 | -1} by */
  const step = (by) => () => {
    field.value = stepped(field.value, unit, { by, highest, begin });
    typed(field.value);
  };
  /** @param {string} name @param {string} sign @param {1 | -1} by */
  const button = (name, sign, by) =>
    el("button", { type: "button", class: "quiet step", "aria-label": `${name}: ${unit.step}`, onclick: step(by) }, sign);
  return el(
    "div",
    { class: "reading" },
    el("label", { for: id }, words.ankle[`${unit.key}_field`]),
    el("div", { class: "stepper" }, button(words.ankle.less, "−", -1), field, button(words.ankle.more, "+", 1)),
    unit.key === "inches" && el("p", { class: "help" }, words.ankle.inches_help),
    el("p", { class: "error", role: "alert", id: `${id}-problem` }),
  );
}

/**
 * All three readings of a day, to change them.
 * @param {App} app
 * @param {Day} on
 * @param {{kind: AnkleName, id: string, leave: Child[]}} place
 */
export function drawReadingsForm(app, on, { kind, id, leave }) {
  const { words, document } = app.diary;
  const { highest, most } = document.measures[kind];
  const unit = unitOf(kind, document.settings);
  const told = timeOn(app.diary, kind, on)?.readings ?? [];
  const shown = [...Array(most).keys()].map((at) => (at < told.length ? String(unit.type(told[at])) : ""));
  const problem = el("p", { class: "error", role: "alert", id: `${id}-problem` });
  const fields = shown.map((value, at) =>
    el("input", { id: `${id}-${at}`, type: "text", inputmode: "decimal", autocomplete: "off", value, "aria-describedby": `${id}-problem` }),
  );
  /** What nobody touched stays as it was, also where its inches are rounded. @param {number} at */
  const readingAt = (at) => (fields[at].value === shown[at] && at < told.length ? told[at] : readingOf(fields[at].value, unit, highest));
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const answers = fields.map((_, at) => readingAt(at));
    const wrong = answers.indexOf(null);
    if (wrong >= 0) {
      problem.textContent = wrongReading(app, kind);
      return fields[wrong].focus();
    }
    app.open[id] = false;
    return tellReadings(app, on, { kind, answers: /** @type {number[]} */ (answers), by: "typed", focus: id });
  };
  return el(
    "form",
    { onsubmit: submit },
    el("p", { class: "help" }, words.ankle[`${unit.key}_field`]),
    fields.map((field, at) => [el("label", { for: field.id }, say(words.ankle.number, { number: at + 1 })), field]),
    problem,
    el("div", { class: "answers" }, el("button", { class: "main" }, words.measuring.save), leave),
  );
}

/**
 * @param {App} app
 * @param {Day} on
 * @param {{kind: AnkleName, answers: number[], by: import("../../types.js").By, focus: string}} what
 */
export const tellReadings = (app, on, { kind, answers, by, focus }) =>
  kind === "shin-angle" ? app.tell(kind, on, { answers, by }, { focus }) : app.tell(kind, on, { answers }, { focus });
