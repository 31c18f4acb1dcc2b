// What rests of the comparison, why, and a way to take it up again.

import { longDay } from "./days.js";
import { el, say } from "./dom.js";

/** @import { App, Day, Diary, Resting, Words } from "../../types.js" */

/** @param {Diary} diary */
export const allRest = ({ compared, resting }) =>
  compared.every((id) => resting.some((one) => one.technique === id));

/** In the place of the draw, where everything rests. @param {Diary} diary */
export function drawNothing({ words: { resting: words } }) {
  return el(
    "section",
    { class: "card plan", id: "plan" },
    el("p", {}, words.all),
    el("p", {}, el("a", { href: "../compare/" }, words.choose)),
  );
}

/** @param {App} app @param {Day} on */
export function drawResting(app, on) {
  const { resting, words } = app.diary;
  if (!resting.length) return null;
  return el(
    "section",
    { class: "card", id: "resting" },
    resting.map((one) => drawOne(app, words.resting, one, on)),
    resting.some((one) => one.may_go_on) && el("p", { class: "help" }, words.resting.take_up_help),
  );
}

/** @param {App} app @param {Words} words @param {Resting} resting @param {Day} on */
function drawOne(app, words, { technique, on: since, says, may_go_on: mayGoOn }, on) {
  const [first, ...others] = says.map((sentence) => say(sentence, { day: since && longDay(since) }));
  const name = app.diary.name(technique);
  return el(
    "div",
    { class: "rests" },
    el("p", {}, el("strong", {}, first), " ", others.join(" ")),
    mayGoOn &&
      el(
        "button",
        {
          class: "plain",
          "aria-label": `${words.take_up}: ${name}`,
          onclick: () => app.tell("go-on", on, { technique }, { focus: "plan" }),
        },
        words.take_up,
      ),
  );
}
