/** Holds other people's names: gone with the session. */
export const LISTS = "quorix-door-lists";
/** Worth nothing and readable at once: tells whether there is anything to forget. */
const MARK = "quorix-door";
const PAGES = "quorix-check-in:";

export const rememberLists = () => localStorage.setItem(MARK, "1");

/** Wipes what a door left on this device, for whoever uses it next: lists, kept pages, and what kept them. */
export async function forgetLists() {
  if (!localStorage.getItem(MARK)) return;
  await Promise.all([deleteLists(), deletePages(), unregisterWorkers()]);
  // Last: signing out leaves the page in the middle of this, and the next page goes on with what is left.
  localStorage.removeItem(MARK);
}

function deleteLists() {
  return new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(LISTS);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

async function deletePages() {
  // Neither these nor workers exist without HTTPS.
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) if (name.startsWith(PAGES)) await caches.delete(name);
}

async function unregisterWorkers() {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (new URL(registration.scope).pathname.endsWith("/check-in")) await registration.unregister();
  }
}
