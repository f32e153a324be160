"use client";

import { useEffect } from "react";

/** Keeps the screen on while the page is looked at: a door has no time to unlock a phone. */
export function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    async function hold() {
      if (document.hidden) return;
      try {
        lock = (await navigator.wakeLock?.request("screen")) ?? null;
      } catch {
        // Low battery: the browser rather saves it.
      }
    }
    void hold();
    // The browser lets go of it when the page goes out of view.
    document.addEventListener("visibilitychange", hold);
    return () => {
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
}
