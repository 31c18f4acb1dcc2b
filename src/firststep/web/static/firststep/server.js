// Asking our own server, and nobody else.

const BASE = "../"; // every page of a person lies one step below them
const LONGEST_MS = 20_000; // that an answer is waited for
const TOKEN = "X-CSRFToken";
const STALE = 403;

let token = /** @type {HTMLMetaElement | null} */ (globalThis.document?.querySelector("meta[name=csrf]"))?.content ?? "";

/** Whose pages these are: the first part of the address. */
export const person = globalThis.location?.pathname.split("/")[1] ?? "";

/**
 * Why something was not taken. `refused`: our server's own word, so that sending it again is no
 * use; `gone`: this browser may not open these pages any more; else it could not be reached.
 */
export class Fault extends Error {
  /** @param {number} status @param {string | undefined} said */
  constructor(status, said) {
    super();
    this.said = said;
    this.refused = status === 400 && typeof said === "string";
    this.gone = status === STALE;
    /** @type {any} the document that came along, where some of it was taken */
    this.document = null;
  }
}

/** @param {string} where @param {unknown} body */
export async function post(where, body) {
  try {
    return await ask(where, sending(body));
  } catch (fault) {
    if (!(fault instanceof Fault) || !fault.gone) throw fault;
    await ask("token", {}); // the page was kept for long: its form may be too old, then once more
    return ask(where, sending(body));
  }
}

/** @param {unknown} body @returns {RequestInit} */
const sending = (body) => ({
  method: "POST",
  headers: { "Content-Type": "application/json", [TOKEN]: token },
  body: JSON.stringify(body),
});

/** Bytes as they are. @param {string} where @param {Blob} bytes */
export const send = (where, bytes) =>
  ask(where, { method: "POST", headers: { "Content-Type": "application/octet-stream", [TOKEN]: token }, body: bytes });

/**
 * @param {string} where
 * @param {RequestInit} how
 */
export async function ask(where, how = {}) {
  const answer = await fetch(BASE + where, {
    ...how,
    headers: { Accept: "application/json", ...how.headers },
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  token = answer.headers.get(TOKEN) ?? token;
  const data = await answer.json().catch(() => ({}));
  if (answer.ok) return data;
  throw new Fault(answer.status, data.error);
}
