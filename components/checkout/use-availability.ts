"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Availability } from "@/lib/events/types";
import { whenShown } from "./when-shown";

const VISIBLE_MS = 5_000;
const HIDDEN_MS = 60_000;
const NOTICEABLE_SKEW_MS = 1_500;

/** Spread over a fifth, so that the pages opened at one moment do not ask at one moment for ever. */
const jittered = (delay: number) => delay * (0.9 + Math.random() * 0.2);

/**
 * What is left, kept up to date while the page is looked at: every few seconds in view, every minute out of view,
 * not at all offline. `skew` is how far the server's clock is ahead of this one, in milliseconds.
 */
export function useAvailability(slug: string, initial: Availability, opensAt: string | null) {
  const [live, setLive] = useState(initial);
  const [skew, setSkew] = useState(0);
  const pollNow = useRef(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let abort = new AbortController();
    let failures = 0;

    function delayAfter(answer: Availability | null) {
      if (!answer) return Math.min(HIDDEN_MS, VISIBLE_MS * 2 ** failures);
      if (document.hidden) return HIDDEN_MS;
      const untilOpening = opensAt === null ? Number.POSITIVE_INFINITY : Date.parse(opensAt) - Date.parse(answer.at);
      const opensSoon = answer.state === "not_yet" && untilOpening < VISIBLE_MS;
      return opensSoon ? Math.max(0, untilOpening) + 1_000 : VISIBLE_MS;
    }

    async function poll() {
      clearTimeout(timer);
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      let answer: Availability | null = null;
      if (navigator.onLine) {
        try {
          const response = await fetch(`/api/events/${encodeURIComponent(slug)}/availability`, { signal });
          if (response.ok) answer = await response.json();
        } catch {
          // Offline, or the server is away: what is shown stays, and the next try comes later.
        }
      }
      if (signal.aborted) return;
      if (answer) {
        const ahead = Date.parse(answer.at) - Date.now();
        setLive(answer);
        setSkew((known) => (Math.abs(known - ahead) > NOTICEABLE_SKEW_MS ? ahead : known));
      }
      failures = answer ? 0 : failures + 1;
      timer = setTimeout(poll, jittered(delayAfter(answer)));
    }

    pollNow.current = poll;
    void poll();
    const stop = whenShown(poll);
    return () => {
      clearTimeout(timer);
      abort.abort();
      stop();
    };
  }, [slug, opensAt]);

  return { live, skew, refresh: useCallback(() => pollNow.current(), []) };
}
