// Letting go of what this browser keeps of a person: on closing a diary here, on deleting it, and where
// the browser may not open it any more. What was told and not sent yet is let go of only if that is asked for.

import { kept } from "./kept.js";

/**
 * @param {string} person
 * @param {{unsent?: boolean}} what `unsent`: also what was told and is not confirmed
 */
export async function forget(person, { unsent = false } = {}) {
  const store = await kept();
  for (const name of /** @type {const} */ (["documents", "marks"])) {
    const keys = (await store.keys(name)).filter(([whose]) => whose === person);
    await store.change(name, (rows) => keys.forEach((key) => rows.remove(key)));
  }
  if (unsent) {
    const waiting = (await store.all("outbox")).filter((row) => row.person === person);
    await store.change("outbox", (rows) => waiting.forEach((row) => rows.remove(row.order)));
  }
  navigator.serviceWorker?.controller?.postMessage({ forget: person });
}
