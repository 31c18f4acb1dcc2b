// Telling. An event is made once, with its own id, and kept in this browser until the server has
// confirmed it; it may be sent as often as it takes, and is taken down once.

import { nowWithZone } from "./days.js";
import { kept } from "./kept.js";
import { Fault, person, post } from "./server.js";

/** @import { Day, Foot, FootDocument, Told } from "../../types.js" */
/** @typedef {{order: number, person: string, event: Told}} Waiting */

const MOST_AT_ONCE = 200; // events in one request

/**
 * @param {Told["kind"]} kind
 * @param {Foot} foot
 * @param {Day} on
 * @param {Told["what"]} what
 */
export const event = (kind, foot, on, what) =>
  /** @type {Told} */ ({ id: uuid(), kind, foot, on, happened: nowWithZone(), what });

/** Keep events until they are confirmed. @param {Told[]} events */
export async function keep(...events) {
  await (await kept()).change("outbox", (rows) => events.forEach((one) => rows.add({ person, event: one })));
}

/** What was told and is not confirmed yet, in the order of telling. @returns {Promise<Told[]>} */
export const unsent = async () => (await waiting()).map((row) => row.event);

/** @returns {Promise<Waiting[]>} */
const waiting = async () => (await (await kept()).all("outbox")).filter((row) => row.person === person);

/** @param {Waiting[]} rows */
const forget = async (rows) => (await kept()).change("outbox", ({ remove }) => rows.forEach((row) => remove(row.order)));

/**
 * Send all that is not confirmed, one tab at a time. Answers the newest document, or null if none
 * came along. Throws where the server cannot be reached; and, with `refused`, where it will not
 * take something: that is then forgotten, since sending it again is no use.
 * @returns {Promise<FootDocument | null>}
 */
export const flush = () => inTurn(sendAll);

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
const inTurn = (work) => (navigator.locks ? navigator.locks.request(`firststep ${person}`, work) : work());

async function sendAll() {
  let newest = null;
  for (let rows = await waiting(); rows.length; rows = await waiting()) {
    newest = (await send(rows.slice(0, MOST_AT_ONCE))) ?? newest;
  }
  return newest;
}

/** @param {Waiting[]} rows */
async function send(rows) {
  try {
    return await sendThese(rows);
  } catch (fault) {
    if (!(fault instanceof Fault) || !fault.refused) throw fault;
    return sendOneByOne(rows);
  }
}

/** @param {Waiting[]} rows */
async function sendOneByOne(rows) {
  let newest = null;
  let first = null;
  for (const row of rows) {
    try {
      newest = (await sendThese([row])) ?? newest;
    } catch (fault) {
      if (!(fault instanceof Fault) || !fault.refused) throw fault;
      await forget([row]);
      first ??= fault;
    }
  }
  if (first) throw Object.assign(first, { document: newest });
  return newest;
}

/** @param {Waiting[]} rows */
async function sendThese(rows) {
  const answer = await post("tell", { events: rows.map((row) => row.event) });
  if (typeof answer.new !== "number") throw new Fault(0, undefined); // this is not our server's answer
  await forget(rows);
  return answer.document;
}

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID(); // only in secure contexts
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
