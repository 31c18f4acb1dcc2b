// Settings work without a script. With one, the time zone is known, and an address can be copied.

import "./copying.js";
import { forget } from "./forget.js";
import { flush, unsent } from "./outbox.js";
import { person } from "./server.js";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
for (const field of inputs("input[data-zone]")) field.value = timeZone ?? field.value;

/** A diary is closed in this browser only once all that was told in it has been sent. */
const leaving = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-leaves]"));
leaving?.addEventListener("submit", async (event) => {
  event.preventDefault();
  await flush().catch(() => {});
  const waiting = await unsent();
  const problem = /** @type {HTMLElement} */ (leaving.querySelector("[role=alert]"));
  problem.hidden = !waiting.length;
  if (waiting.length) return;
  await forget(person);
  leaving.submit();
});

/** @param {string} which @returns {NodeListOf<HTMLInputElement>} */
function inputs(which) {
  return document.querySelectorAll(which);
}
