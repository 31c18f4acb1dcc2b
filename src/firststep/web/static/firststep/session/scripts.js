// The script of a session: in the document for what is compared, else fetched, and kept for when there is no net.

import { ask } from "../server.js";
import { keepScript, scriptKept } from "./keeping.js";

/** @import { App, Session } from "../../../types.js" */

/** @typedef {Session | "asked" | "none" | "away"} Found `asked`: it is on its way; `none`: there is none; `away`: nobody could say */

/** @type {Record<string, Found>} */
const fetched = {};

/** @param {App} app @param {string} id @returns {Found} */
export function scriptFor(app, id) {
  const { sessions } = app.diary.document;
  if (sessions[id]) return sessions[id];
  if (!id) return "none";
  if (!fetched[id]) {
    fetched[id] = "asked";
    fetchScript(app, id);
  }
  return fetched[id];
}

/** @param {App} app @param {string} id */
async function fetchScript(app, id) {
  const { foot } = app.diary.document;
  /** @type {Found} */
  let found;
  try {
    const script = await ask(`session/script?do=${encodeURIComponent(id)}&foot=${foot}`);
    if (script) keepScript(script);
    found = script ?? "none";
  } catch {
    found = (await scriptKept(id, foot)) ?? "away";
  }
  fetched[id] = found;
  app.redraw("session-title");
}
