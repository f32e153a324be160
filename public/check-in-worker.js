// The service worker of check-in pages only: each event's page registers it for itself. It caches that page and its
// assets, so that the page opens offline. Manifests and scans are kept by the page.
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
  if (!event.data?.keep) return;
  event.waitUntil(keep(event.data.keep).then((isKept) => isKept && event.ports[0]?.postMessage("kept")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (isAsset(url.pathname)) event.respondWith(openAsset(request));
});

const isAsset = (path) => path.startsWith("/_next/static/") || path === "/icon.svg" || path.startsWith("/icon-");

/** Caches the page, the assets it names and those that the open page has loaded. False where the page was refused. */
async function keep(loaded) {
  const response = await fetch(page, { credentials: "same-origin", cache: "no-store" });
  if (!response.ok || response.redirected) return false;
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
  // Assets of an earlier version are deleted. Those of this one may be needed later, such as the QR reader.
  if (isSameVersion) return true;
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname !== page && !wanted.has(pathname + search)) await cache.delete(url);
  }
  return true;
}

const assetsOf = (html) =>
  [...new Set(html.match(/\/_next\/static\/[\w./~@%()[\]-]+\.(?:js|css|woff2|wasm)/g) ?? [])].sort();

async function openPage(request) {
  try {
    const response = await patiently(fetch(request));
    // Signed out, or no longer in the team: nothing is kept on this device.
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

/** A slow network counts as offline. */
function patiently(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("No answer in time")), NETWORK_PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
