// The form for what somebody was taught. It works without a script; with one, steps come and go at once,
// and what is typed is kept in this browser until the server has confirmed it.

import { keepDocument, keptDocument } from "./documents.js";
import { say } from "./dom.js";
import { kept } from "./kept.js";
import { person } from "./server.js";

/** @typedef {[name: string, value: string][]} Typed */

const PAUSE_MS = 400; // after the last sign, before it is kept
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "do"]);
const STEP = /^does-(\d+)$/;
const SAVED = "/library/"; // where the server leads once it is kept
const STALE = 403;

const mark = [person, `taught ${location.pathname.split("/")[3]}${location.search}`];
let typing = 0;

/** @template {Element} E @param {string} which @param {ParentNode} within @returns {E} */
const find = (which, within = document) => /** @type {E} */ (within.querySelector(which));
/** @returns {HTMLFormElement} */
const form = () => find("#taught");
/** @returns {NodeListOf<HTMLElement>} */
const steps = () => document.querySelectorAll("#steps > [data-step]");

document.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(keep, PAUSE_MS);
});
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "radio") showChosen(target);
  keep();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (button?.id === "add") act(event, addStep);
  else if (button?.matches("[data-remove]")) act(event, () => removeStep(button));
  else if (button?.id === "start-over") startOver();
});
document.addEventListener("submit", (event) => {
  if (event.target !== form()) return;
  event.preventDefault();
  const { submitter } = /** @type {SubmitEvent} */ (event);
  send(submitter instanceof HTMLButtonElement ? submitter.value : "save");
});
begin();

/** What was typed before, where nothing is to be mended on the page. */
async function begin() {
  const store = await kept();
  find("#kept-here").toggleAttribute("hidden", !store.kept);
  const typed = await store.get("marks", mark);
  if (!typed || !form().hasAttribute("data-fresh")) return;
  fill(typed);
  find("#kept").removeAttribute("hidden");
}

/** @returns {Typed} */
function typed() {
  const told = /** @type {Typed} */ ([...new FormData(form())]);
  return told.filter(([name]) => !NOT_KEPT.has(name));
}

async function keep() {
  clearTimeout(typing);
  const told = typed();
  await (await kept()).change("marks", (rows) => rows.put(told, mark));
}

/** Put back what was typed: as many steps as there were, and every field. @param {Typed} told */
function fill(told) {
  const numbers = told.flatMap(([name]) => STEP.exec(name)?.[1] ?? []);
  for (const step of steps()) if (!numbers.includes(step.dataset.step ?? "")) step.remove();
  for (const number of numbers) if (!find(`[data-step="${number}"]`)) addStep(number);
  number();
  for (const field of form().elements) {
    if (!isField(field) || NOT_KEPT.has(field.name) || field.type === "hidden") continue;
    const values = told.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      field.checked = values.includes(field.value);
      if (field.checked) showChosen(field);
    } else if (values.length) field.value = values[0];
  }
}

/** @param {Element} field @returns {field is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */
const isField = (field) =>
  field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement;

async function forgetTyped() {
  clearTimeout(typing);
  await (await kept()).change("marks", (rows) => rows.remove(mark));
}

async function startOver() {
  await forgetTyped();
  location.reload();
}

/** @param {Event} event @param {() => void} how */
function act(event, how) {
  event.preventDefault();
  how();
  keep();
}

/** @param {string} [as] the number that its fields have */
function addStep(as) {
  const numbers = [...steps()].map((step) => Number(step.dataset.step));
  const own = as ?? String(Math.max(-1, ...numbers) + 1);
  /** @type {HTMLTemplateElement} */
  const template = find("#new-step");
  const step = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
  for (const part of [step, ...step.querySelectorAll("*")]) {
    for (const { name, value } of part.attributes) {
      if (name === "data-step" || /^#?[a-z]+-n\b/.test(value)) part.setAttribute(name, value.replace(/(^|-)n\b/, `$1${own}`));
    }
  }
  /** @type {HTMLElement} */ (find("#add").parentElement).before(step);
  number();
  if (as !== undefined) return;
  tell("added");
  /** @type {HTMLElement} */ (find("select", step)).focus();
}

/** @param {Element} button */
function removeStep(button) {
  const step = button.closest("[data-step]");
  const before = step?.previousElementSibling;
  step?.remove();
  number();
  tell("removed");
  const next = before?.matches("[data-step]") ? before : steps()[0];
  /** @type {HTMLElement | null} */ (next?.querySelector("select") ?? find("#add"))?.focus();
}

/** Steps are called by the place that they have now. */
function number() {
  steps().forEach((step, at) => {
    find("legend", step).textContent = say(step.dataset.title ?? "", { number: at + 1 });
  });
  const add = find("#add");
  add.toggleAttribute("hidden", steps().length >= Number(add.getAttribute("data-most")));
}

/** @param {"added" | "removed"} what */
function tell(what) {
  /** @type {HTMLElement} */
  const told = find("#step-told");
  told.textContent = told.dataset[what] ?? "";
}

/** Beside the title of a folded list of paths stands the one that is chosen. @param {HTMLInputElement} radio */
function showChosen(radio) {
  const beside = radio.closest(".places")?.querySelector("[data-chosen]");
  if (!(beside instanceof HTMLElement)) return;
  const path = radio.closest("label")?.querySelector("[data-name]")?.textContent;
  beside.textContent = radio.value ? say(beside.dataset.chosen ?? "", { path }) : "";
}

/** Save: the page stays as it is until the server has answered. @param {string} asked */
async function send(asked) {
  await keep();
  find("#unsent").setAttribute("hidden", "");
  try {
    const answer = await posted(asked);
    if (answer.redirected && new URL(answer.url).pathname.includes(SAVED)) {
      await forgetTyped();
      await takeAlong().catch(() => {}); // else What to compare asks for it once it is open
      return location.assign(answer.url);
    }
    if (answer.status !== 200 && answer.status !== 400) throw new Error(String(answer.status));
    show(await answer.text());
  } catch {
    find("#unsent").removeAttribute("hidden");
  }
}

/** What to compare opens with what this browser keeps: from now on, with what was just saved. */
async function takeAlong() {
  const shown = await keptDocument();
  if (!shown) return;
  const answer = await fetch(`/${person}/document?foot=${shown.foot}`, { headers: { Accept: "application/json" } });
  if (answer.ok) await keepDocument(await answer.json());
}

/** A form that was open for too long has too old a token: then once more. @param {string} asked */
async function posted(asked) {
  const answer = await post(asked);
  if (answer.status !== STALE) return answer;
  const { headers } = await fetch(`/${person}/token`, { headers: { Accept: "application/json" } });
  /** @type {HTMLInputElement} */ (find("[name=csrfmiddlewaretoken]")).value = headers.get("X-CSRFToken") ?? "";
  return post(asked);
}

/** @param {string} asked */
function post(asked) {
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form()), ["do", asked]]));
  return fetch(location.href, { method: "POST", headers: { Accept: "text/html" }, body });
}

/** What is to be mended, or to be sure of: the same page, drawn by the server. @param {string} text */
function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  find("#main").replaceChildren(...find("#main", page).childNodes);
  find("#kept-here").removeAttribute("hidden");
  /** @type {HTMLElement | null} */ (document.querySelector("#faults, #becomes-new, #main [role=alert]"))?.focus();
}
