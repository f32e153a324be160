/** Holds attendees' names: deleted at sign-out. */
export const MANIFEST_DATABASE = "quorix-door-lists";
/** Set while there is data to delete; it can be read synchronously. */
const MARKER_KEY = "quorix-door";
const PAGE_CACHE_PREFIX = "quorix-check-in:";

export const markDeviceData = () => localStorage.setItem(MARKER_KEY, "1");

/** Deletes what check-in stored on this device: ticket lists, cached pages and their service workers. */
export async function clearDeviceData() {
  if (!localStorage.getItem(MARKER_KEY)) return;
  await Promise.all([deleteManifests(), deletePages(), unregisterWorkers()]);
  // Last: signing out can leave the page before this is done, and then the next page continues.
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
  // Caches and service workers need HTTPS.
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) if (name.startsWith(PAGE_CACHE_PREFIX)) await caches.delete(name);
}

async function unregisterWorkers() {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (new URL(registration.scope).pathname.endsWith("/check-in")) await registration.unregister();
  }
}
