// Whose a technique is: what somebody taught says so wherever it is shown.

import { capital, el, say } from "./dom.js";

/** @import { Child, Diary } from "../../types.js" */

/** Who taught it; nothing for a technique of the library. @param {Diary} diary @param {string | null} id @returns {Child} */
export function drawTaughtBy(diary, id) {
  const by = byWhom(diary, id);
  return by && el("p", { class: "help" }, el("bdi", {}, by));
}

/** The same of several, each with its name. @param {Diary} diary @param {string[]} ids @returns {Child} */
export function drawAllTaughtBy(diary, ids) {
  const theirs = ids.filter((id) => byWhom(diary, id));
  return theirs.map((id) => el("p", { class: "help" }, el("bdi", {}, `${capital(diary.name(id))}: ${byWhom(diary, id)}`)));
}

/** @param {Diary} diary @param {string | null} id */
function byWhom(diary, id) {
  const by = diary.document.techniques.find((one) => one.id === id)?.taught_by;
  return by ? say(diary.words.compare.taught, { by }) : null;
}
