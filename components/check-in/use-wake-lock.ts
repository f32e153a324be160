"use client";

import { useEffect } from "react";

/** Keeps the screen on while the page is visible. */
export function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    async function requestLock() {
      if (document.hidden) return;
      try {
        lock = (await navigator.wakeLock?.request("screen")) ?? null;
      } catch {
        // The browser refuses on low battery.
      }
    }
    void requestLock();
    // The browser releases the lock when the page is hidden.
    document.addEventListener("visibilitychange", requestLock);
    return () => {
      document.removeEventListener("visibilitychange", requestLock);
      void lock?.release();
    };
  }, []);
}
