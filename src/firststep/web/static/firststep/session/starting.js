// Before a session begins: what it is, how long, how to sit, how it is heard, and whether it is time for it.

import { el, say } from "../dom.js";
import { drawTaughtBy } from "../taught_by.js";
import { drawApart, tooSoon } from "./apart.js";
import { drawBody, poseOf } from "./bodies.js";
import { drawSound } from "./sound.js";
import { clock } from "./stage.js";
import { drawStopFor } from "./stopping.js";
import { TIMER } from "./timing.js";

/** @import { App, Child, Session } from "../../../types.js" */
/** @import { Mark } from "./keeping.js" */

/**
 * @param {App} app
 * @param {{id: string, script: Session, left: Mark | null, heading: Child, begin: () => void, takeUp: (left: Mark) => void}} options
 *   `left`: where it was left; `begin`: it begins anew
 * @returns {Child[]}
 */
export function drawStart(app, { id, script, left, heading, begin, takeUp }) {
  const { player: words, pictures } = app.diary.words;
  const shows = script.steps.find((step) => step.shows)?.shows;
  const seen = shows && drawBody(shows, { side: script.feet, path: null, still: true, says: pictures[poseOf(shows)] });
  const ago = tooSoon(app.diary, script, Date.now());
  return [
    heading,
    drawTaughtBy(app.diary, id),
    el("p", {}, say(words.lasts, { time: clock(script.seconds) })),
    seen && el("div", { class: "pictures small" }, seen.element),
    drawSound(app, () => app.redraw()),
    left && el("button", { class: "wide large", id: "take-up", onclick: () => takeUp(left) }, say(words.take_up, { number: left.at + 1 })),
    ago === null
      ? el("button", { class: left ? "quiet wide" : "wide large", id: "begin", onclick: begin }, left ? words.anew : words.begin)
      : drawApart(app, script, ago, begin),
    drawStopFor(app, script),
    id !== TIMER && el("p", {}, el("a", { href: `?do=${TIMER}` }, words.timer_instead)),
  ];
}
