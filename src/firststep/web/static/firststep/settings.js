// Settings work without a script. With one, the time zone is known, and an address can be copied.

import "./copying.js";
import { forget } from "./forget.js";
import { flush, unsent } from "./outbox.js";
import { person } from "./server.js";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
for (const field of inputs("input[data-zone]")) field.value = timeZone ?? field.value;

/** A diary is closed in this browser only once all that was told in it has been sent. */
const leaving = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-leaves]"));
let closing = false; // a second tap while the first one is at work closes nothing twice
leaving?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (closing) return;
  closing = true;
  await flush().catch(() => {});
  const waiting = await unsent();
  const problem = /** @type {HTMLElement} */ (leaving.querySelector("[role=alert]"));
  problem.hidden = !waiting.length;
  closing = !waiting.length;
  if (!closing) return;
  await forget(person);
  leaving.submit();
});

/** @param {string} which @returns {NodeListOf<HTMLInputElement>} */
function inputs(which) {
  return document.querySelectorAll(which);
}
