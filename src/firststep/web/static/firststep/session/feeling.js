// After a session, a tap each: how much it hurts now, and how it felt. What was answered folds to a line.

import { beginsAbove, restsAfter } from "./ceiling.js";
import { today } from "../days.js";
import { capital, el, say } from "../dom.js";
import { tellSession } from "./log.js";
import { scores } from "../scores.js";
import { drawLeave, drawTold } from "../told.js";

/** @import { App, Child, Log, Session, Thing, Words } from "../../../types.js" */

const COMFORT = [5, 4, 3, 2, 1];

/** @param {App} app @param {Words} words @param {Session} script @param {Log} log @returns {Child} */
export function drawAfter(app, words, script, log) {
  if (log.after !== null && !app.open.after)
    return [drawTold(app, "after", say(words.after_told, { pain: log.after })), drawConsequence(words, script, log)];
  /** @param {number} after */
  const tell = (after) => {
    app.open.after = false;
    const stopped = restsAfter(log.before, after, script.ceiling);
    const more = stopped === log.stopped ? [] : followsFrom(stopped, script, log);
    return tellSession(app, script, log, { change: { after, stopped }, more, focus: "after" });
  };
  return el(
    "section",
    { class: "card", id: "after" },
    el("h2", { id: "after-ask" }, words.after_ask),
    scores("after-ask", tell, { chosen: log.after, none: words.none }),
    log.after !== null && drawLeave(app, "after"),
  );
}

/**
 * Pain above the limit rests a technique at once. A score that was a slip of the finger takes that back,
 * but nothing else that rests it.
 * @param {boolean} stopped
 * @param {Session} script
 * @param {Log} log
 * @returns {Thing[]}
 */
function followsFrom(stopped, { technique }, log) {
  const on = today();
  if (stopped) return [{ kind: "stop", on, what: { technique, why: "above" } }];
  if (log.rested) return [];
  /** @type {Thing} */
  const no = { kind: "again", on, what: { technique, again: false } };
  return [{ kind: "go-on", on, what: { technique } }, ...(log.again === false ? [no] : [])];
}

/** @param {Words} words @param {Session} script @param {Log} log */
function drawConsequence(words, { ceiling, name }, { before, after, stopped }) {
  if (stopped) {
    const says = before === null ? words.above_unknown : words.above;
    return el(
      "section",
      { class: "card warning", id: "above" },
      el("p", {}, say(says, { ceiling }), " ", say(words.above_rests, { name: capital(name) })),
      el("p", {}, words.above_do),
    );
  }
  return beginsAbove(after, ceiling) && el("p", { class: "help" }, words.not_by_it);
}

/** @param {App} app @param {Words} words @param {Session} script @param {Log} log */
export function drawComfort(app, words, script, log) {
  /** @param {number} comfort */
  const felt = (comfort) => words[`felt_${comfort}`];
  if (log.comfort !== null && !app.open.comfort) return drawTold(app, "comfort", say(words.comfort_told, { felt: felt(log.comfort) }));
  /** @param {number} comfort */
  const tell = (comfort) => () => {
    app.open.comfort = false;
    return tellSession(app, script, log, { change: { comfort }, focus: "comfort" });
  };
  /** @param {number} comfort */
  const button = (comfort) =>
    el(
      "button",
      { type: "button", "aria-pressed": log.comfort === comfort ? "true" : null, onclick: tell(comfort) },
      capital(felt(comfort)),
    );
  return el(
    "section",
    { class: "card", id: "comfort" },
    el("h2", { id: "comfort-ask" }, words.comfort_ask),
    el("p", { class: "help" }, words.comfort_help),
    el("div", { class: "answers", role: "group", "aria-labelledby": "comfort-ask" }, COMFORT.map(button)),
    log.comfort !== null && drawLeave(app, "comfort"),
  );
}
