// Elements without a framework: el("p", {class: "help"}, "text", child).

/** @import { Child, Given } from "../../types.js" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Given} given
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const el = (name, given = {}, ...children) =>
  fill(document.createElement(name), given, children);

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Given} given
 * @param {Child[]} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export const svg = (name, given = {}, ...children) =>
  fill(document.createElementNS(SVG, name), given, children);

/**
 * @template {Element} E
 * @param {E} element
 * @param {Given} given
 * @param {Child[]} children
 */
function fill(element, given, children) {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...flat(children));
  return element;
}

/**
 * Lists in lists laid out, and empty places left out.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export const flat = (children) =>
  children.flatMap((child) => {
    if (Array.isArray(child)) return flat(child);
    return child === null || child === undefined || child === false ? [] : [child];
  });

/**
 * Words with their blanks filled in: say("Told: {did}.", {did: "x"}).
 * @param {string} words
 * @param {Record<string, unknown>} values
 */
export const say = (words, values = {}) => words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @param {string} words */
export const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
