"use client";

import { useEffect, useRef, useState } from "react";
import { startPolling, withJitter } from "@/components/ui/polling";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";

const HIDDEN_POLL_SECONDS = 20;
const MAX_POLL_SECONDS = 60;
const NOTICEABLE_SKEW_MS = 1_500;

/** Instances are up to a second apart: what was shown once is never taken back. */
function keepProgress(before: QueueStatus, next: QueueStatus): QueueStatus {
  if (next.state === "unsure" && before.state !== "outside") return { ...before, pollSeconds: next.pollSeconds };
  if (before.state !== "waiting" || next.state !== "waiting" || before.number !== next.number) return next;
  return { ...next, ahead: Math.min(before.ahead, next.ahead), served: Math.max(before.served, next.served) };
}

/**
 * Where the visitor stands, asked for as often as the server says. `skew` is how far its clock is ahead of this one, in
 * milliseconds; `isBehind` says that the last answers did not come.
 */
export function useQueueStatus(slug: string, initial: QueueStatus, onAdmitted: () => void) {
  const [place, setPlace] = useState(initial);
  const [skew, setSkew] = useState(0);
  const [failures, setFailures] = useState(0);
  const latest = useRef(initial);
  const admitted = useRef(onAdmitted);
  useEffect(() => {
    admitted.current = onAdmitted;
  });

  useEffect(() => {
    let missed = 0;

    function delay() {
      const { pollSeconds } = latest.current;
      const seconds = missed > 0 ? Math.min(MAX_POLL_SECONDS, 5 * 2 ** (missed - 1)) : pollSeconds;
      const unseen = document.hidden ? Math.max(seconds, HIDDEN_POLL_SECONDS) : seconds;
      return withJitter(unseen * 1_000);
    }

    const { stop } = startPolling(async (signal) => {
      let answer: QueueStatus | null = null;
      try {
        const response = await fetch(`/api/events/${encodeURIComponent(slug)}/queue`, { signal });
        if (response.ok) answer = await response.json();
      } catch {
        // Offline, or the server is away: the place is kept there, and the next try comes later.
      }
      if (signal.aborted) return null;
      missed = answer ? 0 : missed + 1;
      setFailures(missed);
      if (answer) {
        const before = latest.current;
        const next = keepProgress(before, answer);
        latest.current = next;
        const ahead = Date.parse(answer.at) - Date.now();
        setSkew((known) => (Math.abs(known - ahead) > NOTICEABLE_SKEW_MS ? ahead : known));
        setPlace(next);
        // Only for who has waited on this page: whoever comes back to it by the back button stays.
        const hasWaited = before.state === "waiting" || before.state === "lobby";
        if (next.state === "admitted" && hasWaited) admitted.current();
      }
      return delay();
    }, delay());
    return stop;
  }, [slug]);

  return { place, skew, isBehind: failures > 1 };
}
