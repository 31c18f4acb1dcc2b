// The documents behind the pages: asked for, and the last of each foot kept for when the server
// cannot be reached.

import { kept } from "./kept.js";
import { ask, person, post } from "./server.js";

/** The form of the document that these scripts can draw; see docs/reference/document.md. */
export const SCHEMA = 4;

/** The document of one foot, or of the foot that was told about last. @param {string | null} foot */
export const documentOf = (foot) => inTurn(() => ask(foot ? `document?foot=${foot}` : "document"));

/** Ask for a plan and a document of a day. @param {string} foot @param {string} today */
export const renew = (foot, today) => inTurn(async () => (await post("renew", { today, foot })).document);

/** One request at a time, in order: an older document can never come after a newer one. */
let last = Promise.resolve();

/** @template T @param {() => Promise<T>} run @returns {Promise<T>} */
function inTurn(run) {
  const mine = last.then(run, run);
  last = mine.then(
    () => {},
    () => {},
  );
  return mine;
}

/**
 * Keep a document, of each foot the last one.
 * @param {any} document
 * @param {{last?: boolean}} which `last`: it is the foot that is looked at
 */
export async function keepDocument(document, { last: isLast = false } = {}) {
  if (!document?.foot) return;
  await (await kept()).change("documents", (rows) => {
    rows.put(document, [person, document.foot]);
    if (isLast) rows.put(document.foot, [person, "last"]);
  });
}

/**
 * The last document of a foot, or of the foot that was looked at last; null before.
 * @param {string | null} foot
 */
export async function keptDocument(foot = null) {
  const store = await kept();
  const which = foot ?? (await store.get("documents", [person, "last"]));
  const document = which && (await store.get("documents", [person, which]));
  return document?.schema === SCHEMA ? document : null;
}
