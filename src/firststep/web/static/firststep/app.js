// One module draws every page of a diary from one document.

import { drawBegin } from "./begin.js";
import { drawCompare } from "./compare.js";
import { beginDaysAt, today } from "./days.js";
import { Diary } from "./diary.js";
import { SCHEMA, documentOf, keepDocument, keptDocument, renew } from "./documents.js";
import { el } from "./dom.js";
import { focusAgain, focusOn, focused } from "./focus.js";
import { drawHistory } from "./history.js";
import { onNews, tellTabs } from "./news.js";
import { event, flush, keep, unsent } from "./outbox.js";
import { Fault } from "./server.js";
import { drawSession } from "./session.js";
import { drawSoFar } from "./so_far.js";
import { drawToday } from "./today.js";
import { newVersion, speak, takeAlong } from "./version.js";

const PAGES = {
  today: drawToday,
  "so-far": drawSoFar,
  history: drawHistory,
  compare: drawCompare,
  begin: drawBegin,
  session: drawSession,
};
const ASKS_THE_SERVER = new Set(["screening", "comparing", "setting"]); // what follows is not known here
const PATIENCE_MS = 1_500; // that what follows is waited for, before the page goes on without
const SAVED_MS = 4_000; // that "Saved." stays on the screen
const AGAIN_MS = 30_000; // until what waits is sent again
const MINUTE_MS = 60_000;

const place = document.getElementById("page");
const status = document.getElementById("status");
const name = location.pathname.split("/")[2]; // the shell is one for all pages
const draw = PAGES[name];
const page = JSON.parse(document.getElementById("document").textContent);
let shown = null; // the document
let waiting = []; // what was told and is not confirmed
let drawnFor = null; // the day
let touched = false; // whether something on the page is being filled in
let other = null; // the document of the other foot, where both are asked about

const app = {
  diary: null,
  open: {}, // what the person has opened on the page, kept while it is drawn anew

  /**
   * Tell one thing. It is kept in this browser first, and then the page goes on; `focus` is the id
   * that the eye should land on. Answers whether the server has confirmed it, once that is known.
   * A page that was drawn yesterday is drawn anew first.
   */
  tell: (kind, on, what, { foot = shown.foot, focus = null } = {}) =>
    app.tellAll([{ kind, on, what }], { foot, focus }),

  /** Tell several things at once. */
  async tellAll(things, { foot = shown.foot, focus = null } = {}) {
    if (drawnFor !== today()) return newDay();
    touched = false; // it is told
    status.replaceChildren(app.diary.words.app.saving);
    await keep(...things.map(({ kind, on, what }) => event(kind, foot, on, what)));
    waiting = await unsent();
    const follows = things.some(({ kind }) => ASKS_THE_SERVER.has(kind));
    if (!follows) show(focus);
    await app.seen; // what was shown goes along with what was told
    const sent = send();
    if (follows) {
      await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
      show(focus);
    }
    return sent;
  },

  /** Tell without a word of it on the screen. */
  async tellQuietly(kind, on, what) {
    const one = event(kind, shown.foot, on, what);
    app.seen = keep(one);
    await app.seen;
    waiting = await unsent();
    if (waiting.length === 1) flush().then(take, refuse); // else it goes along with the others
  },
  seen: Promise.resolve(),

  /** The diary of the other foot, where both are asked about. */
  get other() {
    return other && new Diary(other, waiting);
  },

  /** Show the diary of another foot. */
  async look(foot, focus) {
    const document_ = (await reached(() => documentOf(foot))) ?? (await keptDocument(foot));
    if (!document_) return show(focus);
    shown = document_;
    await keepDocument(document_, { last: true });
    await lookAtOther();
    show(focus);
  },

  redraw(focus = null) {
    if (!app.diary) return;
    const had = focused(place);
    for (const details of place.querySelectorAll("details[id]")) app.open[details.id] = details.open;
    drawnFor = today();
    touched = false;
    place.replaceChildren(...draw(app).flat().filter(Boolean));
    if (focus) focusOn(place, focus);
    else focusAgain(place, had);
  },
};

/** Whether something is being filled in or played: a page is not drawn anew under the pen. */
const isBusy = () => (touched && place.querySelector("form") !== null) || place.querySelector("[data-playing]") !== null;

/** A newer document is kept, and takes the place of the one that is shown if it is of the same foot. */
async function take(document_) {
  if (document_ && document_.schema === SCHEMA) {
    const mine = !shown?.foot || document_.foot === shown.foot;
    if (mine) shown = document_;
    await keepDocument(document_, { last: mine });
    tellTabs();
  }
  if (document_ && document_.schema !== SCHEMA) newVersion(status, app.diary?.words.app);
  waiting = await unsent();
  await lookAtOther();
}

async function lookAtOther() {
  const feet = { left: "right", right: "left" };
  const asked = shown?.foot && shown.settings.feet === "both";
  other = asked ? ((await keptDocument(feet[shown.foot])) ?? (await reached(() => documentOf(feet[shown.foot])))) : null;
  if (other) await keepDocument(other);
}

/** Draw what is known now. */
function show(focus = null) {
  if (!shown) return;
  nameThePage(shown.words.app);
  app.diary = new Diary(shown, waiting);
  document.documentElement.dataset.theme = shown.settings.theme; // a kept shell may have an older one
  beginDaysAt(shown.settings["day-begins"]);
  app.redraw(focus);
}

function nameThePage(words) {
  document.title = `${words[name.replace("-", "_")]} · ${words.name}`;
  for (const link of document.querySelectorAll("nav a")) {
    if (new URL(link.href).pathname === location.pathname) link.setAttribute("aria-current", "page");
  }
}

/** What the work answers, or null where the server cannot be reached. */
async function reached(work) {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Fault && fault.gone) sorry(fault);
    return null;
  }
}

/** Send all that is not confirmed; answers whether it is now. */
async function send() {
  if (!waiting.length) return true;
  const aloud = waiting.some(({ kind }) => kind !== "seen"); // nobody told that a page was shown
  if (aloud) status.replaceChildren(app.diary.words.app.saving);
  try {
    await take(await flush());
  } catch (fault) {
    if (fault.refused) await refuse(fault);
    else if (aloud) sorry(fault);
    return false;
  }
  if (aloud) sayForAWhile(app.diary.words.app.saved);
  if (!isBusy()) show();
  return true;
}

function sayForAWhile(said) {
  status.replaceChildren(said);
  setTimeout(() => status.textContent === said && status.replaceChildren(), SAVED_MS);
}

/** The server will not take something: say why, and show what it did take. */
async function refuse(fault) {
  if (!fault.refused) return; // it is sent with the next
  await take(fault.document ?? null);
  show();
  status.replaceChildren(fault.said);
}

/** The server could not be reached, or could not answer: what was told waits here. */
function sorry(fault) {
  const { app: words } = app.diary.words;
  const said = fault.gone ? words.gone : (fault.said ?? (waiting.length ? words.not_saved : words.not_reached));
  status.replaceChildren(el("span", {}, said), " ", el("button", { onclick: again }, words.again));
}

async function again() {
  if (waiting.length) await send();
  else await freshen();
}

/** A day has begun since the page was drawn: nothing is told for the wrong one. */
function newDay() {
  show();
  status.replaceChildren(app.diary.words.app.new_day);
  freshen();
  return false;
}

/**
 * What waits is sent; what was told elsewhere, and a plan of today, are fetched. Offline,
 * nothing is lost: the sealed plan reaches seven days ahead. What is being typed stays.
 */
async function freshen() {
  waiting = await unsent();
  if (waiting.length && !(await send())) return;
  const foot = shown?.foot ?? null;
  const newest = await reached(() => (foot && shown.made_for !== today() ? renew(foot, today()) : documentOf(foot)));
  if (!newest) return;
  if (status.querySelector("button")) status.replaceChildren(); // it can be reached again
  const same = JSON.stringify(newest) === JSON.stringify(shown);
  await take(newest);
  if (isBusy()) return;
  await speak(newest.language);
  if (!same) show();
}

async function start() {
  waiting = await unsent();
  const mine = await keptDocument();
  shown = page ?? mine;
  if (!shown) shown = await reached(() => documentOf(null)); // a browser that kept nothing
  if (!shown) return status.replaceChildren(document.body.dataset.away);
  if (page) await keepDocument(page, { last: true });
  await lookAtOther();
  show();
  await freshen();
  takeAlong(app, status);
}

place.addEventListener("input", () => (touched = true));
onNews(async () => {
  if (isBusy()) return;
  shown = (await keptDocument(shown?.foot)) ?? shown;
  waiting = await unsent();
  show();
});
setInterval(() => waiting.length && send(), AGAIN_MS);
setInterval(() => drawnFor && drawnFor !== today() && !isBusy() && newDay(), MINUTE_MS);
window.addEventListener("online", freshen);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible" || !drawnFor) return;
  if (drawnFor === today()) freshen();
  else newDay();
});
start();
