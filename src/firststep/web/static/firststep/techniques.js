// The techniques to choose from, by family; what the safety check leaves out is named apart.

import { capital, el, say } from "./dom.js";
import { drawLeftOut } from "./safety.js";

/** @import { App, Diary, Technique, Words } from "../../types.js" */
/** @typedef {{id: string, title: string, listed: Technique[]}} Group */

const OWN = "own";

/**
 * The list of all that may be chosen. Every family opens on a tap; the first, and those with a choice, are open.
 * @param {App} app
 * @param {string[]} chosen
 */
export function drawTechniques(app, chosen) {
  const { most, techniques } = app.diary.document;
  const { compare: words, family: families, safety } = app.diary.words;
  const offered = techniques.filter((one) => !one.retired && one.allowed);
  const left = techniques.filter((one) => !one.retired && !one.allowed);
  const groups = Object.keys(families)
    .map((id) => ({ id, title: families[id], listed: offered.filter((one) => (one.family ?? OWN) === id) }))
    .filter(({ listed }) => listed.length);
  const summary = el("p", { class: "help", role: "status", id: "chosen" });
  const card = el(
    "fieldset",
    { class: "card" },
    el("legend", {}, words.techniques),
    el("p", { class: "help" }, say(words.techniques_help, { most })),
    el("p", { class: "help" }, el("a", { href: "../library/" }, words.read_on)),
    el("p", {}, el("a", { class: "away", href: "../taught/" }, words.write_down)),
    groups.map((group, at) => drawGroup(app, words, group, chosen, at === 0)),
    drawLeftOut(app, safety, left),
    summary,
  );
  const count = () => sayChosen(card, words, summary, app.diary);
  card.addEventListener("change", count);
  count();
  return card;
}

/**
 * @param {App} app
 * @param {Words} words
 * @param {Group} group
 * @param {string[]} chosen
 * @param {boolean} first
 */
function drawGroup(app, words, { id, title, listed }, chosen, first) {
  const open = app.open[`family-${id}`] ?? (first || listed.some((one) => chosen.includes(one.id)));
  return el(
    "details",
    { class: "more family", id: `family-${id}`, open },
    el("summary", {}, title, " ", el("span", { class: "help" })),
    listed.map((one) => drawTechnique(words, one, chosen.includes(one.id))),
  );
}

/** @param {Words} words @param {Technique} technique @param {boolean} checked */
function drawTechnique(words, technique, checked) {
  const { taught_by: by, first } = technique;
  const beside = [capital(technique.needs), by && say(words.taught, { by }), !first && words.not_first].filter(Boolean);
  return el(
    "label",
    { class: "row" },
    el("input", { type: "checkbox", name: "technique", value: technique.id, checked }),
    el(
      "span",
      {},
      capital(technique.name),
      beside.map((line) => el("span", { class: "help" }, line)),
    ),
  );
}

/**
 * Say what is chosen: a family that is closed must hide no choice.
 * @param {HTMLElement} card
 * @param {Words} words
 * @param {HTMLElement} summary
 * @param {Diary} diary
 */
function sayChosen(card, words, summary, diary) {
  /** @param {Element} within */
  const ticked = (within) => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = within.querySelectorAll("input:checked");
    return [...boxes].map((box) => diary.name(box.value));
  };
  for (const family of card.querySelectorAll(".family")) {
    const [count, all] = [ticked(family).length, family.querySelectorAll("input").length];
    const beside = count ? say(words.chosen, { count }) : say(words.count, { count: all });
    family.querySelector("summary .help")?.replaceChildren(beside);
  }
  const names = ticked(card);
  summary.textContent = names.length ? say(words.chosen_all, { names: names.join(", ") }) : words.chosen_none;
}
