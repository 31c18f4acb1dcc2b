// What was told, as a line with ways to change it or take it back.

import { el } from "./dom.js";

/** @import { App, Child } from "../../types.js" */

/**
 * @param {App} app
 * @param {string} id
 * @param {string} said
 * @param {{unsaved?: boolean, heading?: Child, undo?: (() => void) | null | false}} options
 */
export function drawTold(app, id, said, { unsaved = false, heading = null, undo = null } = {}) {
  const { words } = app.diary;
  return el(
    "section",
    { class: "card told", id },
    heading && el("h2", {}, heading),
    el("p", {}, said, unsaved && el("span", { class: "help" }, ` ${words.app.unsaved}`)),
    el(
      "span",
      {},
      undo && el("button", { class: "plain", onclick: undo }, words.today.undo),
      el("button", { class: "plain", onclick: () => reopen(app, id, true) }, words.today.change),
    ),
  );
}

/** @param {App} app @param {string} id */
export const drawLeave = (app, id) =>
  el("button", { type: "button", class: "plain", onclick: () => reopen(app, id, false) }, app.diary.words.today.leave);

/** @param {App} app @param {string} id @param {boolean} open */
function reopen(app, id, open) {
  app.open[id] = open;
  app.redraw(id);
}
