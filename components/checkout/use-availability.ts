"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { startPolling, withJitter } from "@/components/ui/polling";
import type { Availability } from "@/lib/events/types";

const VISIBLE_MS = 5_000;
const HIDDEN_MS = 60_000;
const NOTICEABLE_SKEW_MS = 1_500;
/** Polls after an opening are spread over this time, as all visitors see the same countdown end. */
const OPENING_SPREAD_MS = 1_000;

const openingDelayMs = () => Math.random() * OPENING_SPREAD_MS;

/**
 * The event's availability, polled every few seconds while visible, every minute while hidden, and not while offline.
 * `skew` is how far the server's clock is ahead of this one, in milliseconds.
 */
export function useAvailability(slug: string, initial: Availability, opensAt: string | null) {
  const [live, setLive] = useState(initial);
  const [skew, setSkew] = useState(0);
  const pollNow = useRef(() => {});
  const pollSoon = useRef(() => {});

  useEffect(() => {
    let failures = 0;
    let shown: { etag: string | null; state: Availability["state"] } | null = null;

    /** `serverTime` is null when there was no answer. */
    function nextDelay(serverTime: number | null) {
      if (serverTime === null) return withJitter(Math.min(HIDDEN_MS, VISIBLE_MS * 2 ** failures));
      if (document.hidden) return withJitter(HIDDEN_MS);
      const untilOpening = opensAt === null ? Number.POSITIVE_INFINITY : Date.parse(opensAt) - serverTime;
      const opensSoon = shown?.state === "not_yet" && untilOpening < VISIBLE_MS;
      return opensSoon ? Math.max(0, untilOpening) + openingDelayMs() : withJitter(VISIBLE_MS);
    }

    /** The server's time, or null. An unchanged availability (by its ETag) is not parsed again. */
    async function ask(signal: AbortSignal): Promise<number | null> {
      const response = await fetch(`/api/events/${encodeURIComponent(slug)}/availability`, { signal });
      if (!response.ok) return null;
      const etag = response.headers.get("ETag");
      if (shown === null || etag !== shown.etag) {
        const answer: Availability = await response.json();
        if (signal.aborted) return null;
        shown = { etag, state: answer.state };
        setLive(answer);
      }
      return Number(response.headers.get("X-Server-Time"));
    }

    const polling = startPolling(async (signal) => {
      let serverTime: number | null = null;
      if (navigator.onLine) {
        try {
          serverTime = await ask(signal);
        } catch {
          // Offline, or the server is unreachable: the shown availability stays, and the next poll comes later.
        }
      }
      if (signal.aborted) return null;
      if (serverTime !== null) {
        const ahead = serverTime - Date.now();
        setSkew((known) => (Math.abs(known - ahead) > NOTICEABLE_SKEW_MS ? ahead : known));
      }
      failures = serverTime === null ? failures + 1 : 0;
      return nextDelay(serverTime);
    });
    pollNow.current = polling.now;
    pollSoon.current = () => polling.later(openingDelayMs());
    return polling.stop;
  }, [slug, opensAt]);

  return {
    live,
    skew,
    refresh: useCallback(() => pollNow.current(), []),
    /** For the end of a countdown. */
    refreshSoon: useCallback(() => pollSoon.current(), []),
  };
}
