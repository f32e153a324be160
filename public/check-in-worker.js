// The service worker of check-in pages, and of nothing else: each event's door registers it for its own page. It
// keeps that page and what it is made of, so that a door opens without a network. Lists and scans are the page's business.
const PREFIX = "quorix-check-in:";
const VERSION = "1";
const NETWORK_PATIENCE_MS = 4_000;

const page = new URL(self.registration.scope).pathname;
const cacheName = `${PREFIX}${VERSION}:${page}`;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name.endsWith(`:${page}`) && name !== cacheName) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data.keep).then(() => event.ports[0]?.postMessage("kept")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (isAsset(url.pathname)) event.respondWith(openAsset(request));
});

const isAsset = (path) => path.startsWith("/_next/static/") || path === "/icon.svg" || path.startsWith("/icon-");

/** Fetches the page anew, and with it everything it names and everything the open page has loaded. */
async function keep(loaded) {
  const response = await fetch(page, { credentials: "same-origin", cache: "no-store" });
  if (!response.ok || response.redirected) return;
  const named = assetsOf(await response.clone().text());
  const wanted = new Set([...named, ...loaded.filter((path) => isAsset(path.split("?")[0]))]);
  const cache = await caches.open(cacheName);
  await Promise.all(
    [...wanted].map(async (path) => {
      if (isImmutable(await cache.match(path))) return;
      const asset = await fetch(path).catch(() => null);
      if (asset?.ok) await cache.put(path, asset);
    }),
  );
  const before = await cache.match(page);
  const isSameVersion = before && assetsOf(await before.text()).join() === named.join();
  await cache.put(page, response);
  // Of an earlier version nothing is needed. Of this one, what is not loaded now may be later, such as the QR reader.
  if (isSameVersion) return;
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname !== page && !wanted.has(pathname + search)) await cache.delete(url);
  }
}

const assetsOf = (html) =>
  [...new Set(html.match(/\/_next\/static\/[\w./~@%()[\]-]+\.(?:js|css|woff2|wasm)/g) ?? [])].sort();

async function openPage(request) {
  try {
    const response = await patiently(fetch(request));
    // Signed out, or no longer in the team: then nothing of the door is kept either.
    if (response.type === "opaqueredirect" || response.status === 403 || response.status === 404) {
      await caches.delete(cacheName);
      indexedDB.deleteDatabase("quorix-door-lists");
    }
    if (response.status < 500) return response;
    return (await kept(page)) ?? response;
  } catch {
    return (await kept(page)) ?? Response.error();
  }
}

async function openAsset(request) {
  const found = await kept(request);
  if (isImmutable(found)) return found;
  try {
    return await patiently(fetch(request));
  } catch {
    return found ?? Response.error();
  }
}

async function kept(what) {
  return (await caches.open(cacheName)).match(what, { ignoreVary: true });
}

const isImmutable = (response) => Boolean(response?.headers.get("cache-control")?.includes("immutable"));

/** A network that answers too late is no network. */
function patiently(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("No answer in time")), NETWORK_PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
