"use client";

import { useSyncExternalStore } from "react";

/** Set with the admission cookie, readable by scripts and without authority: only says when the admission expires. */
const HINT = /(?:^|; )quorix-admitted=(\d{13})/;

const subscribe = (onChange: () => void) => {
  window.addEventListener("pageshow", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    window.removeEventListener("pageshow", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
};

/** When this browser's admission expires, in milliseconds; 0 without one, null before hydration. */
export function useAdmittedUntil(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => Number(HINT.exec(document.cookie)?.[1] ?? 0),
    () => null,
  );
}
