// Telling the server. An event is made once, with its own id, and may be sent again: what is
// not confirmed stays in this browser until it is.

import { nowWithZone, today } from "./days.js";

const BASE = "../"; // every page of a person lies one step below them
const KEY = `firststep unsent ${location.pathname.split("/")[1]}`;
const token = document.querySelector("meta[name=csrf]").content;

let waiting = remembered();

/** What was told and is not confirmed yet, in the order of telling. */
export const unsent = () => waiting;

export const event = (kind, foot, on, what) => ({
  id: uuid(),
  kind,
  foot,
  on,
  happened: nowWithZone(),
  what,
});

/** Keep an event until it is confirmed. */
export const keep = (told) => remember([...waiting, told]);

/**
 * Send all that is not confirmed. Answers the newest document, or null if none came along.
 * Throws where the server cannot be reached; and, with `refused`, where it will not take
 * something: that is then forgotten, since sending it again is no use.
 */
export const flush = () => inTurn(sendAll);

/** Ask for a plan and a document of today. */
export const renew = () => inTurn(() => post("renew", { today: today() }));

/** The document of one foot. */
export const documentOf = (foot) => inTurn(() => ask(`document?foot=${foot}`, {}));

/** One request at a time, in order: an older document can never come after a newer one. */
let last = Promise.resolve();

function inTurn(run) {
  last = last.then(run, run);
  return last;
}

async function sendAll() {
  const events = [...waiting];
  if (!events.length) return null;
  try {
    return confirmed(events, await post("tell", { events }));
  } catch (fault) {
    if (!fault.refused) throw fault;
    return sendOneByOne(events);
  }
}

async function sendOneByOne(events) {
  let newest = null;
  let first = null;
  for (const one of events) {
    try {
      newest = confirmed([one], await post("tell", { events: [one] })) ?? newest;
    } catch (fault) {
      if (!fault.refused) throw fault;
      remember(waiting.filter((other) => other.id !== one.id));
      first ??= fault;
    }
  }
  if (first) throw first;
  return newest;
}

function confirmed(events, answer) {
  if (typeof answer.new !== "number") throw new Error("this is not our server's answer");
  const ids = new Set(events.map((one) => one.id));
  remember(waiting.filter((one) => !ids.has(one.id)));
  return answer.document;
}

const post = (where, body) =>
  ask(where, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(body),
  });

async function ask(where, how) {
  const answer = await fetch(BASE + where, { ...how, headers: { Accept: "application/json", ...how.headers } });
  const data = await answer.json().catch(() => ({}));
  if (answer.ok) return data;
  const fault = new Error();
  fault.said = data.error;
  fault.refused = answer.status === 400; // 403: this browser, not what was told, is the trouble
  throw fault;
}

function remember(events) {
  waiting = events;
  try {
    localStorage.setItem(KEY, JSON.stringify(events));
  } catch {
    // a browser may keep nothing; then it is kept as long as the page is open
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID(); // only in secure contexts
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
