// Elements without a framework: el("p", {class: "help"}, "text", child).

const SVG = "http://www.w3.org/2000/svg";

export const el = (name, given = {}, ...children) =>
  fill(document.createElement(name), given, children);

export const svg = (name, given = {}, ...children) =>
  fill(document.createElementNS(SVG, name), given, children);

function fill(element, given, children) {
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Words with their blanks filled in: say("Told: {did}.", {did: "x"}). */
export const say = (words, values = {}) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
