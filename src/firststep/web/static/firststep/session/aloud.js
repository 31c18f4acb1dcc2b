// What is told to those who hear the page: a step as it begins, and what comes next.

import { paceOf } from "./stage.js";

/** @import { Step, Words } from "../../../types.js" */

/** @param {string} said */
export function sayAloud(said) {
  const place = document.getElementById("aloud");
  if (place) place.textContent = said;
}

/** All of a step that its pictures show; what there is time for, too. @param {Step} step @param {Words} words */
export function stepInWords(step, words) {
  const { title, what, cue, where, notes, waits } = step;
  const begins = what.startsWith(title) ? "" : `${title}.`;
  return [begins, what, cue, where?.says, paceOf(step, words), ...(waits ? notes : [])].filter(Boolean).join(" ");
}
