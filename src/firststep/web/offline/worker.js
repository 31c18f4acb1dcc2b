// Keeps the pages at hand, so that they open at once and without a net. What anyone told is not
// in here: the shell of a page is empty, and the diary lies in IndexedDB.
// VERSION and FILES stand above: every change of a file makes another worker.

const SHELVES = `firststep-${VERSION}`; // files and shells of this version
const READ = "firststep-read"; // pages of the library that were read
const DIARY = /^\/([0-9a-f-]{36})\/(today|so-far|compare|begin|history|session|measure)\/$/;
const LIBRARY = /^\/[0-9a-f-]{36}\/library\//;
const AWAY = "/away/";

const isShell = (request) => new URL(request.url).pathname.endsWith("/shell");

self.addEventListener("install", (event) => event.waitUntil(stock()));

async function stock() {
  const shelves = await caches.open(SHELVES);
  await shelves.addAll([AWAY, ...FILES].map((path) => new Request(path, { cache: "reload" })));
  for (const name of await caches.keys()) {
    if (name === SHELVES || !name.startsWith("firststep-")) continue;
    for (const request of await (await caches.open(name)).keys()) {
      if (isShell(request)) await keep(new URL(request.url).pathname);
    }
  }
}

/** Keep the shell of somebody's pages; one that may not be opened any more is let go. */
async function keep(path) {
  const shelves = await caches.open(SHELVES);
  const answer = await fetch(path, { cache: "reload" }).catch(() => null);
  if (answer?.ok) await shelves.put(path, answer);
  else if (answer?.status === 403) await shelves.delete(path);
}

self.addEventListener("activate", (event) => event.waitUntil(clearUp()));

async function clearUp() {
  for (const name of await caches.keys()) {
    if (name.startsWith("firststep-") && name !== SHELVES && name !== READ) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("message", (event) => {
  const { keep: path, forget, takeOver } = event.data;
  event.waitUntil(tidy(path, forget).then(() => event.ports[0]?.postMessage("done")));
  if (takeOver) self.skipWaiting();
});

async function tidy(path, forget) {
  if (forget) await letGo(forget);
  if (path) await keep(path);
  if (path) await self.clients.claim(); // a page that was still loading when this worker began belongs to nobody
}

/** Let go of all that is kept of a person. */
async function letGo(person) {
  for (const name of [SHELVES, READ]) {
    const shelves = await caches.open(name);
    for (const request of await shelves.keys()) {
      if (new URL(request.url).pathname.startsWith(`/${person}/`)) await shelves.delete(request);
    }
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(fromShelves(request, pathname));
  else if (request.mode !== "navigate") return;
  else if (DIARY.test(pathname)) event.respondWith(fromShelves(request, `/${DIARY.exec(pathname)[1]}/shell`));
  else if (LIBRARY.test(pathname)) event.respondWith(readOrKept(request));
  else event.respondWith(fetch(request).catch(() => away(pathname)));
});

/** At once, from what is kept; else from the server. */
async function fromShelves(request, path) {
  const kept = await (await caches.open(SHELVES)).match(path);
  return kept ?? fetch(request).catch(() => away(path));
}

/** A page of the library: as it is now, or as it was read last. */
async function readOrKept(request) {
  const shelves = await caches.open(READ);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shelves.put(request, answer.clone());
    return answer;
  } catch {
    return (await shelves.match(request)) ?? away("");
  }
}

/** Without a net: to the only diary here, or a few words. */
async function away(pathname) {
  const shelves = await caches.open(SHELVES);
  const shells = (await shelves.keys()).filter(isShell);
  if (pathname === "/" && shells.length === 1) {
    return Response.redirect(new URL(shells[0].url).pathname.replace("shell", "today/"));
  }
  return (await shelves.match(AWAY)) ?? Response.error();
}
