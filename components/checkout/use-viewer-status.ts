"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { startPolling, withJitter } from "@/components/ui/polling";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";

const WAITLIST_POLL_MS = 5_000;
const HIDDEN_POLL_MS = 60_000;

const nextPollDelayMs = () => withJitter(document.hidden ? HIDDEN_POLL_MS : WAITLIST_POLL_MS);

/** Left at sign-in and worth nothing: says whether asking is worth a request. */
const isSignedIn = () => /(?:^|; )quorix-signed-in=/.test(document.cookie);

/** The instant at which this device's clock will show what the server's shows at `instant`. */
function toLocalClock(instant: string, at: string) {
  return new Date(Date.parse(instant) - Date.parse(at) + Date.now()).toISOString();
}

/** What the viewer has to do with the event; null while unknown, and for visitors. */
export function useViewerStatus(slug: string) {
  const [mine, setMine] = useState<ViewerEventStatus | null>(null);
  const askNow = useRef(() => {});

  useEffect(() => {
    const polling = startPolling(async (signal) => {
      if (!isSignedIn()) {
        setMine(null);
        return null;
      }
      try {
        const response = await fetch(`/api/events/${encodeURIComponent(slug)}/mine`, { signal });
        const answer: ViewerEventStatus | null = response.ok ? await response.json() : null;
        if (signal.aborted) return null;
        if (answer?.booking?.expiresAt) {
          answer.booking.expiresAt = toLocalClock(answer.booking.expiresAt, answer.at);
        }
        setMine(answer);
        // A place in line moves, and may turn into an offer.
        return answer?.waitlist && !answer.booking ? nextPollDelayMs() : null;
      } catch {
        // Offline, or the server is away. Coming back into view asks sooner.
        return nextPollDelayMs();
      }
    });
    askNow.current = polling.now;
    return polling.stop;
  }, [slug]);

  return { mine, refresh: useCallback(() => askNow.current(), []) };
}
