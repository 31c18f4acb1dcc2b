// Before a session: how much it hurts now, in one tap; and what to do where that is too much already.

import { beginsAbove } from "./ceiling.js";
import { el, say } from "../dom.js";
import { begin } from "./log.js";
import { scores } from "../scores.js";

/** @import { App, Child, Log, Session, Words } from "../../../types.js" */

/**
 * @param {App} app
 * @param {Words} words
 * @param {Session} script
 * @param {{log: Log, next: (how: {lighter: boolean}) => void}} options `next`: it was answered or skipped, and begins
 * @returns {Child[]}
 */
export function drawBefore(app, words, script, { log, next }) {
  const go = (lighter = false) => {
    begin(app, script, log);
    next({ lighter });
  };
  /** @param {number} pain */
  const choose = (pain) => {
    log.before = pain;
    if (beginsAbove(pain, script.ceiling)) app.redraw("before-above");
    else go();
  };
  const skip = () => {
    log.before = null;
    go();
  };
  const above = beginsAbove(log.before, script.ceiling);
  return [
    el(
      "section",
      { class: "card", "data-playing": true },
      el("h2", { id: "before-ask" }, words.before_ask),
      scores("before-ask", choose, { chosen: log.before, none: words.none }),
      !above && el("button", { type: "button", class: "plain", onclick: skip }, words.skip),
    ),
    above && drawAbove(words, script, () => go(true)),
  ];
}

/** It is above the limit already: nothing is forbidden, and nothing is put down to the technique. @param {Words} words @param {Session} script @param {() => void} go */
const drawAbove = (words, { ceiling }, go) =>
  el(
    "section",
    { class: "card warning", id: "before-above" },
    el("p", {}, say(words.before_above, { ceiling })),
    el("p", {}, words.before_above_ways),
    el(
      "div",
      { class: "answers" },
      el("button", { type: "button", onclick: go }, words.begin_lighter),
      el("a", { class: "button quiet", href: "../today/" }, words.leave),
    ),
  );
