// Eleven large targets, 0 to 10: a tap saves, an arrow key never does.

import { el } from "./dom.js";

const SCORES = [...Array(11).keys()];

/** `label` is the id of what asks. */
export function scores(label, choose, { chosen = null } = {}) {
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
    );
  return el("div", { class: "scores", role: "group", "aria-labelledby": label }, SCORES.map(button));
}
