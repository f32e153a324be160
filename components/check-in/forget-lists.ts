/** Holds other people's names: gone with the session. */
export const LISTS = "quorix-door-lists";
/** Worth nothing and readable at once: tells whether there is anything to forget. */
const MARK = "quorix-door";
const PAGES = "quorix-check-in:";

export const rememberLists = () => localStorage.setItem(MARK, "1");

/** Wipes what a door left on this device, for whoever uses it next: lists, kept pages, and what kept them. */
export async function forgetLists() {
  if (!localStorage.getItem(MARK)) return;
  localStorage.removeItem(MARK);
  indexedDB.deleteDatabase(LISTS);
  if ("caches" in window) {
    for (const name of await caches.keys()) if (name.startsWith(PAGES)) await caches.delete(name);
  }
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (new URL(registration.scope).pathname.endsWith("/check-in")) await registration.unregister();
  }
}
