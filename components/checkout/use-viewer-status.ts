"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { startPolling, withJitter } from "@/components/ui/polling";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";

const WAITLIST_POLL_MS = 5_000;
const HIDDEN_POLL_MS = 60_000;

const nextPollDelayMs = () => withJitter(document.hidden ? HIDDEN_POLL_MS : WAITLIST_POLL_MS);

/** A cookie set at sign-in, without authority: without it, no request is made. */
const isSignedIn = () => /(?:^|; )quorix-signed-in=/.test(document.cookie);

/** Converts an instant of the server's clock to this device's clock. */
function toLocalClock(instant: string, at: string) {
  return new Date(Date.parse(instant) - Date.parse(at) + Date.now()).toISOString();
}

/** The viewer's booking and waitlist entry; null while unknown, and for visitors. */
export function useViewerStatus(slug: string) {
  const [viewerStatus, setViewerStatus] = useState<ViewerEventStatus | null>(null);
  const pollNow = useRef(() => {});

  useEffect(() => {
    const polling = startPolling(async (signal) => {
      if (!isSignedIn()) {
        setViewerStatus(null);
        return null;
      }
      try {
        const response = await fetch(`/api/events/${encodeURIComponent(slug)}/mine`, { signal });
        const answer: ViewerEventStatus | null = response.ok ? await response.json() : null;
        if (signal.aborted) return null;
        if (answer?.booking?.expiresAt) {
          answer.booking.expiresAt = toLocalClock(answer.booking.expiresAt, answer.at);
        }
        setViewerStatus(answer);
        // A waitlist position changes, and may become an offer.
        return answer?.waitlist && !answer.booking ? nextPollDelayMs() : null;
      } catch {
        // Offline, or the server is unreachable. Polled sooner when the page becomes visible.
        return nextPollDelayMs();
      }
    });
    pollNow.current = polling.now;
    return polling.stop;
  }, [slug]);

  return { viewerStatus, refresh: useCallback(() => pollNow.current(), []) };
}
