// What this browser keeps: what was told and is not confirmed yet, and the last documents.
// In IndexedDB, so that a closed page, a full tab bar or a flat battery loses nothing. Where a
// browser keeps nothing (some private windows), it lasts as long as the page.

const NAME = "firststep";
const VERSION = 1;
const STORES = /** @type {const} */ (["outbox", "documents", "marks"]);

/** @typedef {typeof STORES[number]} Store */
/** @typedef {{kept: boolean, all: (store: Store) => Promise<any[]>, keys: (store: Store) => Promise<any[]>, get: (store: Store, key: any) => Promise<any>,
 *   change: (store: Store, work: (rows: Rows) => void) => Promise<void>}} Kept */
/**
 * @typedef {{add: (row: any, key?: any) => void, put: (row: any, key?: any) => void, remove: (key: any) => void}} Rows
 */

/** @type {Promise<Kept> | undefined} */
let opened;

/** The one place where this browser keeps things; opened once. */
export const kept = () => (opened ??= open().then(inDatabase, inMemory));

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
      asked.result.createObjectStore("documents");
      asked.result.createObjectStore("marks");
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close(); // a newer version of these pages opens it
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
}

/**
 * @param {IDBDatabase} database
 * @returns {Kept}
 */
function inDatabase(database) {
  /** @param {Store} store @param {(rows: IDBObjectStore) => IDBRequest} ask */
  const read = (store, ask) =>
    new Promise((resolve, reject) => {
      const asked = ask(database.transaction(store).objectStore(store));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  return {
    kept: true,
    all: (store) => read(store, (rows) => rows.getAll()),
    keys: (store) => read(store, (rows) => rows.getAllKeys()),
    get: (store, key) => read(store, (rows) => rows.get(key)),
    change: (store, work) =>
      new Promise((resolve, reject) => {
        // strict: it has reached the disk before anybody is told that it is kept
        const run = database.transaction(store, "readwrite", { durability: "strict" });
        const rows = run.objectStore(store);
        run.oncomplete = () => resolve();
        run.onabort = () => reject(run.error);
        work({
          add: (row, key) => rows.add(row, key),
          put: (row, key) => rows.put(row, key),
          remove: (key) => rows.delete(key),
        });
      }),
  };
}

/** @returns {Kept} */
function inMemory() {
  let order = 0;
  /** @type {Record<Store, Map<any, any>>} */
  const stores = { outbox: new Map(), documents: new Map(), marks: new Map() };
  return {
    kept: false,
    all: async (store) => [...stores[store].values()],
    keys: async () => [], // nothing outlasts the page
    get: async (store, key) => stores[store].get(String(key)),
    change: async (store, work) => {
      /** @param {any} row @param {any} key */
      const put = (row, key) => {
        const own = store === "outbox" ? (row.order ?? ++order) : key;
        stores[store].set(String(own), store === "outbox" ? { ...row, order: own } : row);
      };
      work({ add: put, put, remove: (key) => stores[store].delete(String(key)) });
    },
  };
}
