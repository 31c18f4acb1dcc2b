// Eleven large targets of a form that is saved later: one stop of the keyboard, and the arrows choose.

import { el } from "./dom.js";

const SCORES = [...Array(11).keys()];

/**
 * They stand in a fieldset, whose legend says what is scored.
 * @param {string} name
 * @param {(score: number) => void} choose
 * @param {number | null} chosen
 */
export function radios(name, choose, chosen = null) {
  /** @param {number} score */
  const radio = (score) =>
    el(
      "label",
      { class: `score tap s${score}` },
      el("input", { type: "radio", name, value: score, checked: chosen === score, onchange: () => choose(score) }),
      String(score),
    );
  return el("div", { class: "scores" }, SCORES.map(radio));
}
