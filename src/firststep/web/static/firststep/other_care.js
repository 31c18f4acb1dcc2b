// Other care beside the mornings: insoles, an injection; so that no technique is credited with it.

import { dayInWords } from "./days.js";
import { el, svg } from "./dom.js";

/** @import { OtherCare } from "../../types.js" */
/** @typedef {(at: number) => number} Scale */

const MARK = "M-4,0h8l-4,6z"; // points down at its day

/** @param {OtherCare} care */
export const drawOtherCare = ({ title, list, note, fair }) =>
  el(
    "section",
    { class: "card", id: "other-care" },
    el("h2", {}, title),
    el("ol", {}, list.map(({ says }) => el("li", { dir: "auto" }, dayInWords(says)))),
    el("p", {}, note),
    fair && el("p", { class: "help" }, fair),
  );

/**
 * A numbered mark over each day on which other care began; what began before the picture has none.
 * @param {OtherCare | null} care
 * @param {number[]} shown places of the days that are drawn
 * @param {(day: string) => number} place of a day among all days
 * @param {Scale} x
 */
export function drawCareMarks(care, shown, place, x) {
  const marks = (care?.list ?? []).map(({ on }, at) => ({ at: place(on), number: at + 1 }));
  return marks
    .filter(({ at }) => at >= shown[0] && at <= shown[shown.length - 1])
    .map(({ at, number }) => [
      svg("path", { class: "care", d: MARK, transform: `translate(${x(at).toFixed(1)} 14)` }),
      svg("text", { x: x(at), y: 12, "text-anchor": "middle" }, String(number)),
    ]);
}
