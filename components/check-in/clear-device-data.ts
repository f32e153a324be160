/** Holds other people's names: gone with the session. */
export const MANIFEST_DATABASE = "quorix-door-lists";
/** Worth nothing and readable at once: tells whether there is anything to forget. */
const MARKER_KEY = "quorix-door";
const PAGE_CACHE_PREFIX = "quorix-check-in:";

export const markDeviceData = () => localStorage.setItem(MARKER_KEY, "1");

/** Wipes what a door left on this device, for whoever uses it next: lists, kept pages, and what kept them. */
export async function clearDeviceData() {
  if (!localStorage.getItem(MARKER_KEY)) return;
  await Promise.all([deleteManifests(), deletePages(), unregisterWorkers()]);
  // Last: signing out leaves the page in the middle of this, and the next page goes on with what is left.
  localStorage.removeItem(MARKER_KEY);
}

function deleteManifests() {
  return new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(MANIFEST_DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

async function deletePages() {
  // Neither these nor workers exist without HTTPS.
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) if (name.startsWith(PAGE_CACHE_PREFIX)) await caches.delete(name);
}

async function unregisterWorkers() {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (new URL(registration.scope).pathname.endsWith("/check-in")) await registration.unregister();
  }
}
