"use client";

import { useSyncExternalStore } from "react";

const subscribe = (onChange: () => void) => {
  window.addEventListener("popstate", onChange);
  return () => window.removeEventListener("popstate", onChange);
};

/** A parameter of the query string, read after hydration, as the page is one static file for every query. */
export function useQuery(name: string) {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => "",
  );
  return search ? new URLSearchParams(search).get(name) : null;
}
