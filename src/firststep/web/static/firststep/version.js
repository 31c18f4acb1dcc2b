// The service worker: it keeps these pages at hand, and says when there is a newer version.

import { el } from "./dom.js";
import { person } from "./server.js";

/** @import { App, Words } from "../../types.js" */

const { serviceWorker } = navigator; // phones have it over HTTPS only
let replaced = false;

/**
 * Keep the pages of this person at hand, and storage from being cleared.
 * @param {App} app
 * @param {HTMLElement} status
 */
export async function takeAlong(app, status) {
  if (!serviceWorker) return;
  const registered = await serviceWorker.register("/sw.js").catch(() => null);
  if (!registered) return;
  const ready = await serviceWorker.ready;
  ready.active?.postMessage({ keep: `/${person}/shell` });
  navigator.storage?.persist?.(); // so that a browser that is short of room clears others first
  const look = () => registered.waiting && newVersion(status, app.diary.words.app, registered.waiting);
  registered.addEventListener("updatefound", () => registered.installing?.addEventListener("statechange", look));
  look();
}

/**
 * Say that there is a newer version, and a button that takes it; at the latest it comes with the next start.
 * @param {HTMLElement} status
 * @param {Words | undefined} words
 * @param {ServiceWorker | null} worker
 */
export function newVersion(status, words, worker = null) {
  if (!words) return;
  const use = () => (worker ? worker.postMessage({ takeOver: true }) : location.reload());
  status.replaceChildren(el("span", {}, words.newer), " ", el("button", { onclick: use }, words.use_newer));
}

const ASKED = "firststep-language"; // in this tab: the language that the shell was asked for anew in

/** What is kept is in another language than the document: ask for the page anew, once. @param {string} language */
export async function speak(language) {
  if (language === document.documentElement.lang || sessionStorage.getItem(ASKED) === language) return;
  sessionStorage.setItem(ASKED, language);
  const worker = serviceWorker?.controller;
  if (worker) {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((resolve) => (port1.onmessage = resolve));
    worker.postMessage({ forget: person, keep: `/${person}/shell` }, [port2]);
    await done;
  }
  location.reload();
}

serviceWorker?.addEventListener("controllerchange", () => {
  if (replaced || !document.body.dataset.controlled) return; // the first worker replaces nobody
  replaced = true;
  location.reload();
});
if (serviceWorker?.controller) document.body.dataset.controlled = "yes";
