"use client";

import { useEffect, useState } from "react";

/**
 * Caches this page in the service worker, so that it opens offline. Returns whether it is cached. A change of `loaded`
 * caches what was loaded since, such as the QR reader.
 */
export function useOfflinePage(slug: string, loaded: unknown): boolean {
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    let isLatest = true;
    async function keep() {
      void loaded;
      const scope = `/organize/events/${encodeURIComponent(slug)}/check-in`;
      const options = { scope, updateViaCache: "none" } as const;
      const registration = await navigator.serviceWorker.register("/check-in-worker.js", options);
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      if (!worker) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (isLatest) setIsKept(true);
      };
      worker.postMessage({ keep: loadedPaths() }, [port2]);
    }
    // Offline, there is nothing new to cache.
    if (navigator.onLine) keep().catch(() => {});
    return () => {
      isLatest = false;
    };
  }, [slug, loaded]);

  return isKept;
}

function loadedPaths() {
  return performance.getEntriesByType("resource").flatMap(({ name }) => {
    const { origin, pathname, search } = new URL(name);
    return origin === location.origin ? [pathname + search] : [];
  });
}
