// One module draws every page of a diary from one document.

import { drawBegin } from "./begin.js";
import { drawCompare } from "./compare.js";
import { beginDaysAt, today } from "./days.js";
import { Diary } from "./diary.js";
import { SCHEMA, documentOf, keepDocument, keptDocument, renew } from "./documents.js";
import { el, flat } from "./dom.js";
import { forget } from "./forget.js";
import { focusAgain, focusOn, focused } from "./focus.js";
import { drawHistory } from "./history.js";
import { onNews, tellTabs } from "./news.js";
import { afterPress } from "./press.js";
import { event, flush, keep, unsent } from "./outbox.js";
import { Fault, person } from "./server.js";
import { drawSoFar } from "./so_far.js";
import { drawToday } from "./today.js";
import { newVersion, speak, takeAlong } from "./version.js";

/** @import { App, Child, Foot, FootDocument, Told, Words } from "../../types.js" */

/** @type {Record<string, (app: App) => Child[]>} */
const PAGES = {
  today: drawToday,
  "so-far": drawSoFar,
  history: drawHistory,
  compare: drawCompare,
  begin: drawBegin,
};
/** What one page needs alone is fetched for that page. @type {Record<string, () => Promise<(app: App) => Child[]>>} */
const BY_ITSELF = { session: async () => (await import("./session/page.js")).drawSession };
const ASKS_THE_SERVER = new Set(["screening", "comparing", "setting"]); // what follows is not known here
const PATIENCE_MS = 1_500; // that what follows is waited for, before the page goes on without
const SAVED_MS = 4_000; // that "Saved." stays on the screen
const AGAIN_MS = 30_000; // until what waits is sent again
const MINUTE_MS = 60_000;

const place = /** @type {HTMLElement} */ (document.getElementById("page"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));
const name = location.pathname.split("/")[2]; // the shell is one for all pages
const draw = PAGES[name] ?? (await BY_ITSELF[name]());
/** @type {FootDocument | null} */
const page = JSON.parse(document.getElementById("document")?.textContent ?? "null");
/** @type {FootDocument | null} */
let shown = null; // the document
/** @type {Diary | null} */
let diary = null; // the same, asked
/** @type {Told[]} */
let waiting = []; // what was told and is not confirmed
let drawnFor = ""; // the day
let drawnFrom = ""; // the document and what waits
let touched = false; // whether something on the page is being filled in
/** @type {FootDocument | null} */
let other = null; // the document of the other foot, where both are asked about

/** @type {App} */
const app = {
  /** No page is drawn, and nothing is told on it, before there is one. */
  get diary() {
    return /** @type {Diary} */ (diary);
  },
  open: {}, // what the person has opened on the page, kept while it is drawn anew

  /**
   * Tell one thing. It is kept in this browser first, and then the page goes on; `focus` is the id
   * that the eye should land on. Answers whether the server has confirmed it, once that is known.
   * A page that was drawn yesterday is drawn anew first.
   */
  tell: (kind, on, what, how) => app.tellAll([{ kind, on, what }], how),

  /** Tell several things at once. */
  async tellAll(things, { foot = app.diary.document.foot, focus = null } = {}) {
    if (drawnFor !== today()) return newDay();
    touched = false; // it is told
    status.replaceChildren(app.diary.words.app.saving);
    await keep(...things.map(({ kind, on, what }) => event(kind, /** @type {Foot} */ (foot), on, what)));
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
    const one = event(kind, /** @type {Foot} */ (app.diary.document.foot), on, what);
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
    if (!diary) return;
    const had = focused(place);
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folds = place.querySelectorAll("details[id]");
    for (const details of folds) app.open[details.id] = details.open;
    drawnFor = today();
    touched = false;
    place.replaceChildren(...flat(draw(app)));
    if (focus) focusOn(place, focus);
    else focusAgain(place, had);
  },
};

/** Whether something is being filled in or played: a page is not drawn anew under the pen. */
const isBusy = () => (touched && place.querySelector("form") !== null) || place.querySelector("[data-playing]") !== null;

/**
 * A newer document is kept, and takes the place of the one that is shown if it is of the same foot.
 * @param {FootDocument | null} document_
 */
async function take(document_) {
  if (document_ && document_.schema === SCHEMA) {
    const mine = !shown?.foot || document_.foot === shown.foot;
    if (mine) shown = document_;
    await keepDocument(document_, { last: mine });
    tellTabs();
  }
  if (document_ && document_.schema !== SCHEMA) newVersion(status, diary?.words.app);
  waiting = await unsent();
  await lookAtOther();
}

async function lookAtOther() {
  const asked = shown?.foot && shown.settings.feet === "both";
  const foot = shown?.foot === "left" ? "right" : "left";
  other = asked ? ((await keptDocument(foot)) ?? (await reached(() => documentOf(foot)))) : null;
  if (other) await keepDocument(other);
}

/** What there is to draw: the document, and what is not confirmed, which counts over it. */
const known = () => JSON.stringify([shown, waiting.map(({ id }) => id)]);

/** Draw what is known now. @param {string | null} focus */
function show(focus = null) {
  if (!focus && afterPress(show)) return; // a page that moves under the finger loses the tap
  if (!shown) return;
  nameThePage(shown.words.app);
  drawnFrom = known();
  diary = new Diary(shown, waiting);
  document.documentElement.dataset.theme = shown.settings.theme; // a kept shell may have an older one
  beginDaysAt(shown.settings["day-begins"]);
  app.redraw(focus);
}

/** @param {Words} words */
function nameThePage(words) {
  document.title = `${words[name.replace("-", "_")]} · ${words.name}`;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("nav a");
  for (const link of links) {
    if (new URL(link.href).pathname === location.pathname) link.setAttribute("aria-current", "page");
  }
}

/**
 * What the work answers, or null where the server cannot be reached.
 * @template T
 * @param {() => Promise<T>} work
 */
async function reached(work) {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Fault && fault.gone) {
      sorry(fault);
      await forget(person); // whoever may not open a diary keeps no copy of it; what is not sent stays
    }
    return null;
  }
}

/** @type {Promise<boolean> | null} */
let sending = null;
let aloud = false; // whether what is sent is spoken of: nobody told that a page was shown

/** Send all that is not confirmed, once at a time; answers whether it is now. @returns {Promise<boolean>} */
function send() {
  aloud ||= waiting.some(({ kind }) => kind !== "seen");
  sending ??= sendNow();
  return sending;
}

/** @returns {Promise<boolean>} */
async function sendNow() {
  if (!waiting.length) {
    sending = null;
    return true;
  }
  if (aloud) status.replaceChildren(diary?.words.app.saving ?? "");
  try {
    const newest = await flush();
    sending = null; // what is told from here on is sent anew
    await take(newest);
  } catch (fault) {
    sending = null;
    const spoken = aloud;
    aloud = false;
    if (fault instanceof Fault && fault.refused) await refuse(fault);
    else if (spoken) sorry(fault);
    return false;
  }
  if (waiting.length) return send(); // told while the others were on their way
  if (aloud) sayForAWhile(diary?.words.app.saved ?? "");
  aloud = false;
  if (!isBusy()) show();
  return true;
}

let wiping = 0; // the timer that takes away what was said last

/** @param {string} said */
function sayForAWhile(said) {
  status.replaceChildren(said);
  clearTimeout(wiping); // what was said before had its time: it must not cut this one short
  wiping = setTimeout(() => status.textContent === said && status.replaceChildren(), SAVED_MS);
}

/** The server will not take something: say why, and show what it did take. @param {unknown} fault */
async function refuse(fault) {
  if (!(fault instanceof Fault) || !fault.refused) return; // it is sent with the next
  await take(fault.document ?? null);
  show();
  status.replaceChildren(fault.said ?? "");
}

/** The server could not be reached, or could not answer: what was told waits here. @param {unknown} fault */
function sorry(fault) {
  if (!diary) return; // nothing is drawn yet
  const { app: words } = diary.words;
  const { gone = false, said: theirs = undefined } = fault instanceof Fault ? fault : {};
  const said = gone ? words.gone : (theirs ?? (waiting.length ? words.not_saved : words.not_reached));
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
  const stale = foot && shown?.made_for !== today();
  const newest = await reached(() => (stale ? renew(foot, today()) : documentOf(foot)));
  if (!newest) return;
  const away = status.querySelector("button") || status.textContent === status.dataset.away;
  if (away) status.replaceChildren(); // it can be reached again
  await take(newest);
  if (isBusy()) return;
  await speak(newest.language);
  if (known() !== drawnFrom) show();
}

async function start() {
  waiting = await unsent();
  const mine = await keptDocument();
  shown = page ?? mine;
  if (!shown) shown = await reached(() => documentOf(null)); // a browser that kept nothing
  if (!shown) return status.replaceChildren(status.dataset.away ?? "");
  if (page) await keepDocument(page, { last: true });
  await lookAtOther();
  show();
  if (!page || waiting.length || page.made_for !== today()) await freshen(); // else it has just come
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
