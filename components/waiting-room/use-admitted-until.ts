"use client";

import { useSyncExternalStore } from "react";

/** Left with an admission and worth nothing: says whether this browser has one, and until when. */
const HINT = /(?:^|; )quorix-admitted=(\d{13})/;

const subscribe = (onChange: () => void) => {
  window.addEventListener("pageshow", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    window.removeEventListener("pageshow", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
};

/** Until when this browser may reserve here, in milliseconds; 0 where it may not, and null before the page knows. */
export function useAdmittedUntil(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => Number(HINT.exec(document.cookie)?.[1] ?? 0),
    () => null,
  );
}
