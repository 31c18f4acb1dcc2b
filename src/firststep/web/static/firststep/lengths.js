// Numbers as they are typed and shown: centimetres, inches in eighths, whole degrees. Lengths are
// kept in centimetres.

/** @import { AnkleName } from "../../types.js" */

const CM_AN_INCH = 2.54;
const EIGHTHS = ["", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞"];

/**
 * How a measure is typed and shown.
 * @typedef {{
 *   key: "cm" | "inches" | "degrees",
 *   step: number,
 *   begin: number,
 *   keep: (typed: number) => number,
 *   type: (kept: number) => number,
 *   show: (kept: number) => string,
 * }} Unit
 * `step` is what a tap on plus adds, and `begin` where it begins; `keep` turns what is typed into what
 * is kept, `type` turns it back.
 */

/** @param {number} value @param {number} digits */
const to = (value, digits) => Number(value.toFixed(digits));

/** @param {number} number @param {number} digits */
const written = (number, digits) =>
  number.toLocaleString(globalThis.document?.documentElement.lang, { maximumFractionDigits: digits });

/** @type {Unit} */
const CM = { key: "cm", step: 0.5, begin: 8, keep: (cm) => to(cm, 1), type: (cm) => cm, show: (cm) => written(cm, 1) };

/** @type {Unit} */
const INCHES = {
  key: "inches",
  step: 0.125,
  begin: 3,
  keep: (inches) => to(inches * CM_AN_INCH, 1),
  type: (cm) => eighthsOf(cm) / 8,
  show: (cm) => {
    const eighths = eighthsOf(cm);
    const whole = Math.floor(eighths / 8);
    const part = EIGHTHS[eighths % 8];
    return whole || !part ? `${whole}${part}` : part;
  },
};

/** @type {Unit} */
const DEGREES = { key: "degrees", step: 1, begin: 35, keep: Math.round, type: (degrees) => degrees, show: (degrees) => written(degrees, 0) };

/** @param {number} cm */
const eighthsOf = (cm) => Math.round((cm / CM_AN_INCH) * 8);

/** In which unit a measure is typed and shown. @param {AnkleName} kind @param {Record<string, string>} settings */
export function unitOf(kind, settings) {
  if (kind === "shin-angle") return DEGREES;
  return settings.units === "imperial" ? INCHES : CM;
}

/** A number as people type it, with a point or a comma; `null` where it is none. @param {string} text */
export function readNumber(text) {
  const said = text.trim().replace(",", ".");
  return /^(\d+\.?\d*|\.\d+)$/.test(said) ? Number(said) : null;
}

/** What is kept of what was typed; `null` where it is no number, or above the scale. @param {string} text @param {Unit} unit @param {number} highest */
export function readingOf(text, unit, highest) {
  const typed = readNumber(text);
  const kept = typed === null ? null : unit.keep(typed);
  return kept === null || kept > highest ? null : kept;
}

/** What stands in the field after a tap on plus or minus. @param {string} text @param {Unit} unit @param {{by: 1 | -1, highest: number, begin?: number}} how */
export function stepped(text, unit, { by, highest, begin = unit.begin }) {
  const typed = readNumber(text);
  if (typed === null) return String(begin);
  const next = Math.max(to(typed + by * unit.step, 3), 0);
  return unit.keep(next) > highest ? text : String(next);
}
