// Where the eye and the keyboard are, kept while a page is drawn anew.

const CAN = "button, input, select, summary, a, textarea";

/** Land on the element with this id, or on the heading. @param {HTMLElement} place @param {string} id */
export function focusOn(place, id) {
  land(document.getElementById(id) ?? place.querySelector("h1"));
}

/** @param {HTMLElement | null | undefined} target */
function land(target) {
  if (!target) return;
  if (!target.matches(CAN)) target.tabIndex = -1;
  target.focus();
}

/**
 * Which element of the page has the focus, so that it can be found again once it is drawn anew.
 * @param {HTMLElement} place
 */
export function focused(place) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!active || !place.contains(active)) return null;
  const alike = all(place, active.localName).filter((one) => name(one) === name(active));
  return { id: active.id, local: active.localName, name: name(active), at: alike.indexOf(active) };
}

/** Land where the focus was. @param {HTMLElement} place @param {ReturnType<typeof focused>} had */
export function focusAgain(place, had) {
  if (!had || document.activeElement !== document.body) return;
  const byId = had.id && document.getElementById(had.id);
  const alike = all(place, had.local).filter((one) => name(one) === had.name);
  land(byId || alike[had.at]);
}

/** @param {HTMLElement} place @param {string} local @returns {HTMLElement[]} */
const all = (place, local) => [...place.querySelectorAll(local)].filter((one) => one instanceof HTMLElement);

/** @param {HTMLElement} element */
function name(element) {
  const { name: called = "", value = "" } = /** @type {Partial<HTMLInputElement>} */ (element);
  return element.getAttribute("aria-label") ?? `${called} ${value} ${element.textContent}`;
}
