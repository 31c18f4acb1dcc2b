// Deleting, and undoing it as long as the page is open. Nothing is ever changed: what is deleted
// is taken back by a later event, and an undo tells the earlier value again.

import { longDay } from "./days.js";
import { el, say } from "./dom.js";
import { KINDS, NOTHING, timeOn, whatOn } from "./measured.js";
import { heart, sessionsOn, takenBack } from "./played.js";

/** @import { App, Day, Diary, Gone, Part } from "../../types.js" */

/** @type {Record<string, any>} */
const TAKEN_BACK = { morning: { pain: null }, doing: { did: null }, ...NOTHING };

/** What takes a part of a day back. @param {Part} part */
const takesBack = ({ kind, what }) => (kind === "session" ? takenBack(what) : TAKEN_BACK[kind]);

let number = 0; // of deletes on this page

/**
 * What stands of a day: the heart of each event that tells it, one of a kind, and every session.
 * @param {Diary} diary
 * @param {Day} on
 */
export function standing(diary, on) {
  const { pain, did } = diary.day(on);
  /** @type {Record<string, any>} */
  const parts = { morning: pain !== null && { pain }, doing: did !== null && { did } };
  for (const kind of KINDS) parts[kind] = timeOn(diary, kind, on) && whatOn(diary, kind, on);
  const told = Object.entries(parts).filter(([, what]) => what);
  const sessions = sessionsOn(diary, on).map((one) => ["session", heart(one)]);
  return [...told, ...sessions].map(([kind, what]) => /** @type {Part} */ ({ kind, what }));
}

/**
 * Delete parts of a day; `called` is what they are called together.
 * @param {App} app
 * @param {Day} on
 * @param {{parts: Part[], called: string}} what
 */
export async function remove(app, on, { parts, called }) {
  number += 1;
  const gone = { id: `undo-${number}`, on, parts, called };
  app.open.deleted = [...(app.open.deleted ?? []), gone];
  await app.tellAll(parts.map((part) => ({ kind: part.kind, on, what: takesBack(part) })), { focus: gone.id });
  if (parts.every((part) => stands(app, on, part))) forget(app, gone); // a new day had begun, or it was refused
}

/** @param {App} app @param {Day} on @param {Part} part */
const stands = (app, on, { kind, what }) =>
  standing(app.diary, on).some((one) => one.kind === kind && JSON.stringify(one.what) === JSON.stringify(what));

/** @param {App} app @param {Gone} gone */
function forget(app, gone) {
  app.open.deleted = app.open.deleted?.filter((one) => one !== gone);
  app.redraw();
}

/** @param {App} app @param {Gone} gone */
async function undo(app, gone) {
  const { deleted } = app.open;
  app.open.deleted = deleted?.filter((one) => one !== gone);
  Object.assign(app.open, { day: gone.on, month: undefined });
  await app.tellAll(gone.parts.map(({ kind, what }) => ({ kind, on: gone.on, what })), { focus: "day-title" });
  if (gone.parts.every((part) => stands(app, gone.on, part))) return;
  app.open.deleted = deleted;
  app.redraw(gone.id);
}

/** What was deleted while this page is open, each with a way back. @param {App} app */
export function drawDeleted(app) {
  const words = app.diary.words.history;
  const { deleted } = app.open;
  if (!deleted?.length) return null;
  /** @param {Gone} gone */
  const line = (gone) => {
    const said = say(words.gone, { what: gone.called, day: longDay(gone.on) });
    return el(
      "li",
      {},
      el("span", {}, said),
      el("button", { type: "button", id: gone.id, "aria-label": `${words.undo}: ${said}`, onclick: () => undo(app, gone) }, words.undo),
    );
  };
  return el(
    "section",
    { class: "card", id: "deleted" },
    el("h2", {}, words.deleted),
    el("p", { class: "help" }, words.deleted_help),
    el("ul", { class: "rows" }, deleted.map(line)),
  );
}
