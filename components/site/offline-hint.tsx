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

/** A line above the page while the browser has no network. */
export function OfflineHint() {
  const online = useSyncExternalStore(
    subscribe,
    // A door has words of its own for it, and goes on.
    () => navigator.onLine || location.pathname.endsWith("/check-in"),
    () => true,
  );
  return (
    <div role="status">
      {online ? null : (
        <p className="bg-warning-soft px-5 py-2 text-center font-medium text-warning">
          {offlineHint.youAreOfflineWhatYou}
        </p>
      )}
    </div>
  );
}
