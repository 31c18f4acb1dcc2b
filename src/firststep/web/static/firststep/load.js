// Whether walking more makes mornings worse: a second look, below the answers that do without it.

import { el } from "./dom.js";

/** @import { App, LoadSoFar } from "../../types.js" */

/** @param {App} app @param {LoadSoFar} load */
export const drawLoad = (app, { asks, says, about, more }) =>
  el(
    "section",
    { class: "card answer", id: "load" },
    el("h2", {}, asks),
    says.map((sentence) => el("p", {}, sentence)),
    about.map((sentence) => el("p", { class: "help" }, sentence)),
    el(
      "details",
      { id: "load-more", open: app.open["load-more"] },
      el("summary", {}, more.title),
      more.says.map((sentence) => el("p", { class: "help" }, sentence)),
    ),
  );
