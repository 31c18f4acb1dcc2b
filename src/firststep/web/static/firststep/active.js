// A file on its way to the server: in parts, each as often as it takes, and then what it told.

import { el } from "./dom.js";
import { Fault, ask, post, send } from "./server.js";

/** @typedef {{id: string, name: string, state: string, percent: number, size: number, done: number, title: string, says: string[]}} Upload */

const LOOK_MS = 700; // until it is asked again how far the reading is
const AGAIN_MS = 2_000; // until a part that was lost is sent again
const TRIES = 30;
const WAITS = ["waiting", "reading"];

const bring = /** @type {HTMLElement} */ (document.getElementById("bring"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("file"));
const fault = /** @type {HTMLElement} */ (document.getElementById("fault"));
const place = /** @type {HTMLElement} */ (document.getElementById("uploads"));
const words = bring.dataset;
const part = Number(words.part);
let looking = 0;

/** @param {Upload[]} uploads */
function draw(uploads) {
  place.replaceChildren(...uploads.map(drawOne));
  clearTimeout(looking);
  if (uploads.some(({ state }) => WAITS.includes(state))) looking = setTimeout(look, LOOK_MS);
}

/** @param {Upload} upload */
function drawOne({ id, name, state, percent, title, says }) {
  const moving = ["coming", "reading"].includes(state);
  const button = (/** @type {string | undefined} */ called, /** @type {string} */ what, as = "quiet") =>
    el("button", { class: as, type: "button", onclick: () => settle(id, what), "aria-label": `${called} ${name}` }, called);
  return el(
    "section",
    { class: "card" },
    el("h2", {}, el("bdi", {}, name)),
    el("p", {}, title),
    moving && el("progress", { max: 100, value: percent, "aria-label": title }),
    says.map((line) => el("p", {}, line)),
    el("div", { class: "ways" }, state === "read" && button(words.keep, "keep", ""), button(words.drop, "drop")),
  );
}

async function look() {
  const answer = await ask("active/uploads").catch(() => null);
  if (answer) draw(answer.uploads);
  else looking = setTimeout(look, AGAIN_MS);
}

/** @param {string} id @param {string} what */
async function settle(id, what) {
  const answer = await post(`active/${id}/${what}`, {}).catch(sorry);
  if (!answer) return;
  if (what === "keep") location.reload(); // what is kept is drawn by the server
  else draw(answer.uploads);
}

/** @param {File} file */
async function bringIn(file) {
  fault.hidden = true;
  const begun = (await leftOff(file)) ?? (await post("active/begin", { name: file.name, size: file.size }).catch(sorry));
  if (!begun) return;
  let at = begun.done ?? 0;
  while (at < file.size) {
    const have = await sendPart(begun.id, file, at);
    if (have === null) return look();
    at = have;
    draw([{ id: begun.id, name: file.name, state: "coming", percent: Math.floor((100 * at) / file.size), size: file.size, done: at, title: words.sending ?? "", says: [] }]);
  }
  field.value = "";
  look();
}

/** The same file, of which a part has come before. @param {File} file @returns {Promise<Upload | null>} */
async function leftOff({ name, size }) {
  const answer = await ask("active/uploads").catch(() => null);
  return answer?.uploads.find((/** @type {Upload} */ one) => one.state === "coming" && one.name === name && one.size === size) ?? null;
}

/** One part, as often as it takes; how many bytes are there then. @param {string} id @param {File} file @param {number} at @returns {Promise<number | null>} */
async function sendPart(id, file, at) {
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      return (await send(`active/${id}/part?at=${at}`, file.slice(at, at + part))).have;
    } catch (error) {
      if (error instanceof Fault && (error.refused || error.gone)) return sorry(error);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return sorry(null);
}

/** @param {unknown} error @returns {null} */
function sorry(error) {
  fault.textContent = (error instanceof Fault && error.said) || (words.lost ?? "");
  fault.hidden = false;
  return null;
}

field.addEventListener("change", () => field.files?.[0] && bringIn(field.files[0]));
bring.addEventListener("dragover", (event) => event.preventDefault());
bring.addEventListener("drop", (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) bringIn(file);
});
draw(JSON.parse(document.getElementById("on-the-way")?.textContent ?? "[]"));
