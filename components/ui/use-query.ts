"use client";

import { useSyncExternalStore } from "react";

const subscribe = (onChange: () => void) => {
  window.addEventListener("popstate", onChange);
  return () => window.removeEventListener("popstate", onChange);
};

/** The page's own query string, read after hydration: the page itself is the same file for every query. */
export function useQuery(name: string) {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => "",
  );
  return search ? new URLSearchParams(search).get(name) : null;
}
