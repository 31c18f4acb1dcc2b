// Telling the server. An event is made once, with its own id, and may be sent again.

import { nowWithZone } from "./days.js";

const BASE = "../"; // every page of a person lies one step below them
const token = document.querySelector("meta[name=csrf]").content;

export const event = (kind, foot, on, what) => ({
  id: uuid(),
  kind,
  foot,
  on,
  happened: nowWithZone(),
  what,
});

/** Send events; answers {document} or throws an Error whose `refused` says that sending again is no use. */
export const tell = (events) => post("tell", { events });

/** Ask for a plan and a document of today. */
export const renew = () => post("renew", {});

/** One request at a time, in order: an older document can never come after a newer one. */
let last = Promise.resolve();

function post(where, body) {
  last = last.then(
    () => send(where, body),
    () => send(where, body),
  );
  return last;
}

async function send(where, body) {
  const answer = await fetch(BASE + where, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(body),
  });
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const fault = new Error(data.error ?? "");
    fault.refused = answer.status < 500;
    throw fault;
  }
  return data;
}

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID(); // only in secure contexts
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
