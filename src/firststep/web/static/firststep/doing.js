// What was really done on a day: as drawn, something else, nothing, or rather not said.

import { capital, el, say } from "./dom.js";
import { drawLeave, drawTold } from "./told.js";

/** @import { App, Day, Diary, Words } from "../../types.js" */
/** @typedef {(names: string[] | null) => unknown} TellDid */

/**
 * The question of one day, or what was told.
 * @param {App} app
 * @param {Words} words
 * @param {Day} on
 * @param {string | null | undefined} drawn what was drawn; null and "" for a rest day, undefined where nothing was
 * @param {{id?: string, heading?: string, late?: boolean}} options
 */
export function drawDoing(app, words, on, drawn, { id = "doing", heading = words.what_did, late = false } = {}) {
  const { diary } = app;
  const day = diary.day(on);
  if (day.told && !app.open[id]) {
    const kept = day.did === null ? words.told_untold : did(diary, words, day.did);
    return drawTold(app, id, kept, { unsaved: day.unsaved.doing, heading: late && heading });
  }
  /** @type {TellDid} */
  const tellDid = (names) => {
    app.open[id] = app.open[`${id}-other`] = false;
    return app.tell("doing", on, { did: names }, { focus: id });
  };
  const rest = drawn === null || drawn === "";
  return el(
    "section",
    { class: "card", id },
    el("h2", {}, heading),
    !late && el("p", { class: "help" }, words.what_did_help),
    el(
      "div",
      { class: "answers" },
      drawn !== undefined &&
        el(
          "button",
          { class: "main", onclick: () => tellDid(rest ? [] : [drawn]) },
          rest ? words.done_rest : `${words.done}: ${diary.name(drawn)}`,
        ),
      el(
        "button",
        { "aria-expanded": app.open[`${id}-other`] ? "true" : "false", onclick: () => toggleOther(app, id) },
        words.other,
      ),
      !(drawn !== undefined && rest) && el("button", { onclick: () => tellDid([]) }, words.nothing),
      el("button", { class: "plain", onclick: () => tellDid(null) }, words.not_telling),
      day.told && drawLeave(app, id),
    ),
    app.open[`${id}-other`] && drawOther(app, words, id, day.did ?? [], tellDid),
  );
}

/** @param {Diary} diary @param {Words} words @param {string[]} names */
const did = (diary, words, names) =>
  names.length ? say(words.told_did, { did: diary.doing(names) }) : words.told_nothing;

/** @param {App} app @param {string} id */
function toggleOther(app, id) {
  app.open[`${id}-other`] = !app.open[`${id}-other`];
  app.redraw(app.open[`${id}-other`] ? `${id}-which` : id);
}

/** @param {App} app @param {Words} words @param {string} id @param {string[]} ticked @param {TellDid} tellDid */
function drawOther(app, words, id, ticked, tellDid) {
  const listed = app.diary.document.techniques.filter((technique) => !technique.retired);
  const compared = listed.filter((technique) => app.diary.compared.includes(technique.id));
  const others = listed.filter((technique) => !app.diary.compared.includes(technique.id));
  /** @param {string} value @param {string} name */
  const box = (value, name) =>
    el("label", { class: "row" }, el("input", { type: "checkbox", name: "did", value, checked: ticked.includes(value) }), capital(name));
  const problem = el("p", { class: "error", role: "alert" });
  /** @type {HTMLFormElement} */
  const form = el(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        const names = new FormData(form).getAll("did").map(String);
        if (names.length) tellDid(names);
        else problem.textContent = words.tick_one;
      },
    },
    el(
      "fieldset",
      {},
      el("legend", { id: `${id}-which` }, words.which_ones),
      compared.map((technique) => box(technique.id, technique.name)),
      box("other", words.not_on_list),
      el(
        "details",
        { class: "more", open: others.some((technique) => ticked.includes(technique.id)) },
        el("summary", {}, words.others),
        others.map((technique) => box(technique.id, technique.name)),
      ),
    ),
    problem,
    el("button", {}, words.save),
  );
  return form;
}
