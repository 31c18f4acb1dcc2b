// One module draws every page of a diary from one document.

import { drawCompare } from "./compare.js";
import { today } from "./days.js";
import { Diary } from "./diary.js";
import { el } from "./dom.js";
import { drawHistory } from "./history.js";
import { drawSoFar } from "./so_far.js";
import { documentOf, event, flush, keep, renew, unsent } from "./tell.js";
import { drawToday } from "./today.js";

const PAGES = { today: drawToday, "so-far": drawSoFar, compare: drawCompare, history: drawHistory };
const SAVED_MS = 4000; // that "Saved." stays on the screen
const MINUTE_MS = 60_000;

const place = document.getElementById("page");
const status = document.getElementById("status");
const draw = PAGES[document.body.dataset.page];
let shown = JSON.parse(document.getElementById("document").textContent);
let drawnFor = null; // the day

const app = {
  diary: new Diary(shown, unsent()),
  open: {}, // what the person has opened on the page, kept while it is drawn anew

  /**
   * Tell one thing, then draw the page anew; `focus` is the id that the eye should land on.
   * Answers whether it was saved. A page that was drawn yesterday is drawn anew first.
   */
  async tell(kind, on, what, { foot = shown.foot, focus = null } = {}) {
    if (drawnFor !== today()) return newDay();
    keep(event(kind, foot, on, what));
    return send(focus);
  },

  /** Tell several things at once. */
  async tellAll(things, { foot = shown.foot, focus = null } = {}) {
    if (drawnFor !== today()) return newDay();
    for (const { kind, on, what } of things) keep(event(kind, foot, on, what));
    return send(focus);
  },

  /** Tell without a word of it on the screen. */
  tellQuietly(kind, on, what) {
    keep(event(kind, shown.foot, on, what));
    flush().then(take, (fault) => fault.refused && refuse(fault)); // else it is sent with the next
  },

  /** Show the diary of another foot. */
  async look(foot, focus) {
    await waitFor(async () => {
      take(await documentOf(foot));
      status.replaceChildren();
    }, focus);
  },

  redraw(focus = null) {
    for (const details of place.querySelectorAll("details[id]")) app.open[details.id] = details.open;
    drawnFor = today();
    place.replaceChildren(...draw(app).filter(Boolean));
    if (!focus) return;
    const target = document.getElementById(focus) ?? place.querySelector("h1");
    if (!target.matches("button, input, select, summary, a")) target.tabIndex = -1;
    target.focus();
  },
};

function take(document_) {
  if (document_) shown = document_;
  app.diary = new Diary(shown, unsent());
}

/** Send all that is not confirmed; answers whether it is now. */
const send = (focus) =>
  waitFor(async () => {
    if (!unsent().length) return;
    take(await flush());
    const saved = app.diary.words.app.saved;
    status.replaceChildren(saved);
    setTimeout(() => status.textContent === saved && status.replaceChildren(), SAVED_MS);
  }, focus);

async function waitFor(work, focus) {
  status.replaceChildren(app.diary.words.app.saving);
  place.inert = true;
  let well = true;
  try {
    await work();
  } catch (fault) {
    well = false;
    if (fault.refused) refuse(fault);
    else sorry(fault, () => waitFor(work, focus));
  }
  place.inert = false;
  if (well && status.textContent === app.diary.words.app.saving) status.replaceChildren();
  app.redraw(focus);
  return well;
}

/** The server will not take something: say why, and show what it did take. */
function refuse(fault) {
  take(fault.document ?? null);
  status.replaceChildren(fault.said);
}

/** The server could not be reached, or could not answer: what was told waits here. */
function sorry(fault, retry) {
  take(null);
  const { app: words } = app.diary.words;
  const said = fault.said ?? (unsent().length ? words.not_saved : words.not_reached);
  status.replaceChildren(el("span", {}, said), " ", el("button", { onclick: retry }, words.again));
}

/** A day has begun since the page was drawn: nothing is told for the wrong one. */
function newDay() {
  app.redraw();
  status.replaceChildren(app.diary.words.app.new_day);
  freshen();
  return false;
}

/**
 * What waits is sent; what was told elsewhere, and a plan of today, are fetched. Offline,
 * nothing is lost: the sealed plan reaches seven days ahead. What is being typed stays.
 */
async function freshen() {
  try {
    if (unsent().length && !place.querySelector("form")) await send(null);
    if (!shown.foot) return;
    const { foot } = shown;
    const newest = shown.made_for === today() ? await documentOf(foot) : (await renew(foot)).document;
    if (!newest || JSON.stringify(newest) === JSON.stringify(shown) || place.querySelector("form")) return;
    take(newest);
    app.redraw();
  } catch {
    // later, then
  }
}

app.redraw();
freshen();
setInterval(() => drawnFor !== today() && !place.querySelector("form") && newDay(), MINUTE_MS);
window.addEventListener("online", freshen);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  if (drawnFor === today()) freshen();
  else newDay();
});
