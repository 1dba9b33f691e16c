// What this browser keeps, and its lock. Words stand here as AES-GCM ciphertext only. The key of a person's drafts comes from the
// server and stays in memory; on a phone that is their own it is kept here too (docs/adr/0012 tells what that means).

/** What is sealed. @typedef {{iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer}} Sealed */
/** Whose own device this is. @typedef {{own: string, key: CryptoKey}} Keeper */

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

const opened = () => opening ??= new Promise((resolve, reject) => {
  const asked = indexedDB.open("loopbaankaart", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("keeper");
    asked.result.createObjectStore("drafts", { keyPath: "id" });
    asked.result.createObjectStore("pages", { keyPath: "url" });
  };
  asked.onsuccess = () => {
    asked.result.onversionchange = () => asked.result.close();
    resolve(asked.result);
  };
  asked.onerror = () => reject(asked.error);
});

/**
 * One transaction; done when it lies on the disk.
 * @template T
 * @param {string} store @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work @returns {Promise<T>}
 */
export async function run(store, mode, work) {
  const database = await opened();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const asked = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @returns {Promise<Keeper | undefined>} */
export const keeper = () => run("keeper", "readonly", (store) => store.get("keeper"));

/** @param {Keeper} now */
export const setKeeper = (now) => run("keeper", "readwrite", (store) => store.put(now, "keeper"));

/** Nobody's own device any more: the key goes, and every page that was kept. */
export async function forget() {
  await run("keeper", "readwrite", (store) => store.clear());
  await run("pages", "readwrite", (store) => store.clear());
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const keyOf = (bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

/** @param {Uint8Array<ArrayBuffer>} iv @param {string} boundTo */
const way = (iv, boundTo) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(boundTo) });

/** `boundTo`: where it stands; elsewhere it does not open. @param {CryptoKey} key @param {string} boundTo @param {BufferSource} clear @returns {Promise<Sealed>} */
export async function seal(key, boundTo, clear) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(way(iv, boundTo), key, clear) };
}

/** Nothing when it is another's, or damaged. @param {CryptoKey} key @param {string} boundTo @param {Sealed} sealed */
export const unseal = (key, boundTo, { iv, data }) => crypto.subtle.decrypt(way(iv, boundTo), key, data).catch(() => null);
