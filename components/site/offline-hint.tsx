"use client";

import { useSyncExternalStore } from "react";
import { offlineHint } from "@/texts/site";

function subscribe(onChange: () => void) {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Stands above the page while the browser has no network. */
export function OfflineHint() {
  const online = useSyncExternalStore(
    subscribe,
    // Check-in works offline and says so itself.
    () => navigator.onLine || location.pathname.endsWith("/check-in"),
    () => true,
  );
  return (
    <div role="status">
      {online ? null : (
        <p className="bg-warning-soft px-5 py-2 text-center font-medium text-warning">{offlineHint.text}</p>
      )}
    </div>
  );
}
