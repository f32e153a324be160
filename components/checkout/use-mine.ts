"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { whenShown } from "@/components/ui/when-shown";
import type { Mine } from "@/lib/booking/mine";

const IN_LINE_MS = 5_000;
const HIDDEN_MS = 60_000;

/** Spread over a fifth, so that a line that began at one moment does not ask at one moment for ever. */
const untilNext = () => (document.hidden ? HIDDEN_MS : IN_LINE_MS) * (0.9 + Math.random() * 0.2);

/** Left at sign-in and worth nothing: says whether asking is worth a request. */
const isSignedIn = () => /(?:^|; )quorix-signed-in=/.test(document.cookie);

/** The instant at which this device's clock will show what the server's shows at `instant`. */
function byLocalClock(instant: string, at: string) {
  return new Date(Date.parse(instant) - Date.parse(at) + Date.now()).toISOString();
}

/** What the viewer has to do with the event; null while unknown, and for visitors. */
export function useMine(slug: string) {
  const [mine, setMine] = useState<Mine | null>(null);
  const askNow = useRef(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let abort = new AbortController();

    async function ask() {
      clearTimeout(timer);
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      if (!isSignedIn()) return setMine(null);
      try {
        const response = await fetch(`/api/events/${encodeURIComponent(slug)}/mine`, { signal });
        const answer: Mine | null = response.ok ? await response.json() : null;
        if (signal.aborted) return;
        if (answer?.booking?.expiresAt) {
          answer.booking.expiresAt = byLocalClock(answer.booking.expiresAt, answer.at);
        }
        setMine(answer);
        // A place in line moves, and may turn into an offer.
        if (answer?.waitlist && !answer.booking) timer = setTimeout(ask, untilNext());
      } catch {
        // Offline, or the server is away. Coming back into view asks sooner.
        if (!signal.aborted) timer = setTimeout(ask, untilNext());
      }
    }

    askNow.current = ask;
    void ask();
    const stop = whenShown(ask);
    return () => {
      clearTimeout(timer);
      abort.abort();
      stop();
    };
  }, [slug]);

  return { mine, refresh: useCallback(() => askNow.current(), []) };
}
