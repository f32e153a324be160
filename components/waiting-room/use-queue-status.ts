"use client";

import { useEffect, useRef, useState } from "react";
import { startPolling, withJitter } from "@/components/ui/polling";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";

const HIDDEN_POLL_SECONDS = 20;
const MAX_POLL_SECONDS = 60;
const NOTICEABLE_SKEW_MS = 1_500;

/** Instances are up to a second apart, so an answer may be older than the one before: progress never goes backwards. */
function keepProgress(before: QueueStatus, next: QueueStatus): QueueStatus {
  if (next.state === "unsure" && before.state !== "outside") return { ...before, pollSeconds: next.pollSeconds };
  if (before.state !== "waiting" || next.state !== "waiting" || before.number !== next.number) return next;
  return { ...next, ahead: Math.min(before.ahead, next.ahead), served: Math.max(before.served, next.served) };
}

/**
 * The visitor's status, polled as often as the server asks for. `skew` is how far the server's clock is ahead of this
 * one, in milliseconds; `isOffline`: the last requests failed.
 */
export function useQueueStatus(slug: string, initial: QueueStatus, onAdmitted: () => void) {
  const [status, setStatus] = useState(initial);
  const [skew, setSkew] = useState(0);
  const [failures, setFailures] = useState(0);
  const latest = useRef(initial);
  const admitted = useRef(onAdmitted);
  useEffect(() => {
    admitted.current = onAdmitted;
  });

  useEffect(() => {
    let failed = 0;

    function delay() {
      const { pollSeconds } = latest.current;
      const seconds = failed > 0 ? Math.min(MAX_POLL_SECONDS, 5 * 2 ** (failed - 1)) : pollSeconds;
      const delaySeconds = document.hidden ? Math.max(seconds, HIDDEN_POLL_SECONDS) : seconds;
      return withJitter(delaySeconds * 1_000);
    }

    const { stop } = startPolling(async (signal) => {
      let answer: QueueStatus | null = null;
      try {
        const response = await fetch(`/api/events/${encodeURIComponent(slug)}/queue`, { signal });
        if (response.ok) answer = await response.json();
      } catch {
        // Offline, or the server is unreachable: the server keeps the place, and the next poll comes later.
      }
      if (signal.aborted) return null;
      failed = answer ? 0 : failed + 1;
      setFailures(failed);
      if (answer) {
        const before = latest.current;
        const next = keepProgress(before, answer);
        latest.current = next;
        const ahead = Date.parse(answer.at) - Date.now();
        setSkew((known) => (Math.abs(known - ahead) > NOTICEABLE_SKEW_MS ? ahead : known));
        setStatus(next);
        // Only after waiting on this page: a visitor who came back with the back button stays here.
        const hasWaited = before.state === "waiting" || before.state === "lobby";
        if (next.state === "admitted" && hasWaited) admitted.current();
      }
      return delay();
    }, delay());
    return stop;
  }, [slug]);

  return { status, skew, isOffline: failures > 1 };
}
