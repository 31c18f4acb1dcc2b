// One module draws every page of a diary from one document.

import { Diary } from "./diary.js";
import { today } from "./days.js";
import { el } from "./dom.js";
import { event, renew, tell } from "./tell.js";
import { drawToday } from "./today.js";
import { drawSoFar } from "./so_far.js";
import { drawCompare } from "./compare.js";

const PAGES = { today: drawToday, "so-far": drawSoFar, compare: drawCompare };

const SAVED_MS = 4000; // that "Saved." stays on the screen

const place = document.getElementById("page");
const status = document.getElementById("status");
const draw = PAGES[document.body.dataset.page];

const app = {
  diary: new Diary(JSON.parse(document.getElementById("document").textContent)),
  open: {}, // what the person has opened on the page, kept while it is drawn anew

  /** Tell one thing, then draw the page anew; `focus` is the id that the eye should land on. */
  async tell(kind, on, what, { foot = app.diary.document.foot, focus = null } = {}) {
    await send([event(kind, foot, on, what)], focus);
  },

  /** Tell without showing anything of it; what fails is told again when the page is next open. */
  async tellQuietly(kind, on, what) {
    await tell([event(kind, app.diary.document.foot, on, what)]);
  },

  redraw(focus = null) {
    place.replaceChildren(...draw(app).filter(Boolean));
    const target = focus && document.getElementById(focus);
    if (target) {
      if (!target.matches("button, input, select, summary, a")) target.tabIndex = -1;
      target.focus();
    }
  },
};

async function send(events, focus) {
  const { words } = app.diary;
  status.replaceChildren(words.app.saving);
  place.inert = true;
  try {
    const answer = await tell(events);
    place.inert = false;
    if (answer.document) app.diary = new Diary(answer.document);
    status.replaceChildren(words.app.saved);
    setTimeout(() => status.textContent === words.app.saved && status.replaceChildren(), SAVED_MS);
    app.redraw(focus);
  } catch (fault) {
    place.inert = false;
    status.replaceChildren(...sorry(fault, events, focus));
  }
}

function sorry(fault, events, focus) {
  const { words } = app.diary;
  if (fault.refused) return [fault.message || words.app.not_saved];
  const again = el("button", { onclick: () => send(events, focus) }, words.app.again);
  return [el("span", {}, words.app.not_saved), " ", again];
}

async function freshen() {
  if (app.diary.document.made_for === today()) return;
  try {
    const answer = await renew();
    if (answer.document) app.diary = new Diary(answer.document);
    app.redraw();
  } catch {
    // offline: the sealed plan reaches seven days ahead
  }
}

app.redraw();
freshen();
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  app.redraw();
  freshen();
});
