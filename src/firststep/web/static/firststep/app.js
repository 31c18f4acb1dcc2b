// One module draws every page of a diary from one document.

import { drawCompare } from "./compare.js";
import { today } from "./days.js";
import { Diary } from "./diary.js";
import { el } from "./dom.js";
import { drawSoFar } from "./so_far.js";
import { documentOf, event, flush, keep, renew, unsent } from "./tell.js";
import { drawToday } from "./today.js";

const PAGES = { today: drawToday, "so-far": drawSoFar, compare: drawCompare };
const SAVED_MS = 4000; // that "Saved." stays on the screen

const place = document.getElementById("page");
const status = document.getElementById("status");
const draw = PAGES[document.body.dataset.page];
let shown = JSON.parse(document.getElementById("document").textContent);
let drawnFor = null; // the day

const app = {
  diary: new Diary(shown, unsent()),
  open: {}, // what the person has opened on the page, kept while it is drawn anew

  /** Tell one thing, then draw the page anew; `focus` is the id that the eye should land on. */
  async tell(kind, on, what, { foot = shown.foot, focus = null } = {}) {
    keep(event(kind, foot, on, what));
    return send(focus);
  },

  /** Tell without a word of it on the screen. */
  tellQuietly(kind, on, what) {
    keep(event(kind, shown.foot, on, what));
    flush().then(take, () => {}); // else it is sent along with the next
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
    const target = focus && document.getElementById(focus);
    if (!target) return;
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
    take(await flush());
    const { saved } = app.diary.words.app;
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
    take(null);
    status.replaceChildren(...sorry(fault, focus));
  }
  place.inert = false;
  app.redraw(focus);
  return well;
}

function sorry(fault, focus) {
  const { words } = app.diary;
  if (fault.refused) return [fault.said];
  const again = el("button", { onclick: () => send(focus) }, words.app.again);
  return [el("span", {}, fault.said ?? words.app.not_saved), " ", again];
}

/** What waits is sent, and the plan is renewed if it is of another day. Offline, nothing is lost. */
async function freshen() {
  try {
    if (unsent().length) await send(null);
    if (!shown.foot || shown.made_for === today()) return;
    take((await renew()).document);
    app.redraw();
  } catch {
    // the sealed plan reaches seven days ahead
  }
}

app.redraw();
freshen();
window.addEventListener("online", freshen);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  if (drawnFor !== today()) app.redraw();
  freshen();
});
