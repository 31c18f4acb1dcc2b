// Telling the server. An event is made once, with its own id, and may be sent again: what is
// not confirmed stays in this browser until it is.

import { nowWithZone, today } from "./days.js";

const BASE = "../"; // every page of a person lies one step below them
const KEY = `firststep unsent ${location.pathname.split("/")[1]}`;
const LONGEST_MS = 20_000; // that an answer is waited for
const token = document.querySelector("meta[name=csrf]").content;

let waiting = remembered() ?? [];

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
export const keep = (told) => remember((events) => [...events, told]);

/**
 * Send all that is not confirmed. Answers the newest document, or null if none came along.
 * Throws where the server cannot be reached; and, with `refused`, where it will not take
 * something: that is then forgotten, since sending it again is no use.
 */
export const flush = () => inTurn(sendAll);

/** Ask for a plan and a document of today. */
export const renew = (foot) => inTurn(() => post("renew", { today: today(), foot }));

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
      remember((waitingNow) => waitingNow.filter((other) => other.id !== one.id));
      first ??= fault;
    }
  }
  if (first) throw Object.assign(first, { document: newest });
  return newest;
}

function confirmed(events, answer) {
  if (typeof answer.new !== "number") throw new Error("this is not our server's answer");
  const ids = new Set(events.map((one) => one.id));
  remember((waitingNow) => waitingNow.filter((one) => !ids.has(one.id)));
  return answer.document;
}

const post = (where, body) =>
  ask(where, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(body),
  });

async function ask(where, how) {
  const answer = await fetch(BASE + where, {
    ...how,
    headers: { Accept: "application/json", ...how.headers },
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const data = await answer.json().catch(() => ({}));
  if (answer.ok) return data;
  const fault = new Error();
  fault.said = data.error;
  // only our own server's word ends it; 403: this browser, not what was told, is the trouble
  fault.refused = answer.status === 400 && typeof data.error === "string";
  throw fault;
}

/** Change what waits, with what another tab of this browser may have added meanwhile. */
function remember(change) {
  waiting = change(remembered() ?? waiting);
  try {
    localStorage.setItem(KEY, JSON.stringify(waiting));
  } catch {
    // a browser may keep nothing; then it is kept as long as the page is open
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
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
