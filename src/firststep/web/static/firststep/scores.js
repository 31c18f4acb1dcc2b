// Eleven large targets, 0 to 10: a tap saves, an arrow key never does.

import { el } from "./dom.js";

const SCORES = [...Array(11).keys()];

/**
 * @param {string} label the id of what asks
 * @param {(pain: number) => unknown} choose
 * @param {{chosen?: number | null, none?: string}} options `none` is what 0 means, said on its button
 */
export function scores(label, choose, { chosen = null, none = "" } = {}) {
  /** @param {number} pain */
  const button = (pain) =>
    el(
      "button",
      {
        type: "button",
        class: `score s${pain}`,
        "aria-pressed": chosen === pain ? "true" : null,
        onclick: () => choose(pain),
      },
      String(pain),
      pain === 0 && none && el("small", {}, none),
    );
  return el("div", { class: "scores", role: "group", "aria-labelledby": label }, SCORES.map(button));
}
