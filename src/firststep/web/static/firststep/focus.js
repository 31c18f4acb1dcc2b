// Where the eye and the keyboard are, kept while a page is drawn anew.

const CAN = "button, input, select, summary, a, textarea";

/** Land on the element with this id, or on the heading. */
export function focusOn(place, id) {
  land(document.getElementById(id) ?? place.querySelector("h1"));
}

function land(target) {
  if (!target) return;
  if (!target.matches(CAN)) target.tabIndex = -1;
  target.focus();
}

/** Which element of the page has the focus, so that it can be found again once it is drawn anew. */
export function focused(place) {
  const active = document.activeElement;
  if (!active || !place.contains(active)) return null;
  const alike = [...place.querySelectorAll(active.localName)].filter((one) => name(one) === name(active));
  return { id: active.id, local: active.localName, name: name(active), at: alike.indexOf(active) };
}

/** Land where the focus was. */
export function focusAgain(place, had) {
  if (!had || document.activeElement !== document.body) return;
  const byId = had.id && document.getElementById(had.id);
  const alike = [...place.querySelectorAll(had.local)].filter((one) => name(one) === had.name);
  land(byId || alike[had.at]);
}

const name = (element) => element.getAttribute("aria-label") ?? `${element.name ?? ""} ${element.value ?? ""} ${element.textContent}`;
