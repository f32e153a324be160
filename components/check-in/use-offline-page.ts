"use client";

import { useEffect, useState } from "react";

/** The network or the worker may fail, and the device has to be ready before it goes offline. */
const RETRY_MS = 10_000;

/**
 * Caches this page in the service worker, so that it opens offline. Returns whether it is cached. A change of `loaded`
 * caches what was loaded since, such as the QR reader.
 */
export function useOfflinePage(slug: string, loaded: unknown): boolean {
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    let isLatest = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function keep() {
      void loaded;
      const scope = `/organize/events/${encodeURIComponent(slug)}/check-in`;
      const options = { scope, updateViaCache: "none" } as const;
      const registration = await navigator.serviceWorker.register("/check-in-worker.js", options);
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      if (!worker) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (!isLatest) return;
        clearTimeout(timer);
        setIsKept(true);
      };
      worker.postMessage({ keep: loadedPaths() }, [port2]);
    }
    function attempt() {
      timer = setTimeout(attempt, RETRY_MS);
      // Offline, there is nothing new to cache.
      if (navigator.onLine) keep().catch(() => {});
    }
    attempt();
    return () => {
      isLatest = false;
      clearTimeout(timer);
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
