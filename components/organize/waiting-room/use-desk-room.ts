"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { whenShown } from "@/components/ui/when-shown";
import type { DeskRoom } from "@/lib/waiting-room/desk";

const LIVE_MS = 3_000;
const QUIET_MS = 15_000;

/** The room as it is now, while the page is looked at. Null: it has closed. */
export function useDeskRoom(slug: string, initial: DeskRoom | null) {
  const [room, setRoom] = useState(initial);
  const askNow = useRef(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let abort = new AbortController();

    async function ask() {
      clearTimeout(timer);
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      let next: DeskRoom | null | undefined;
      try {
        const response = await fetch(`/api/organize/events/${encodeURIComponent(slug)}/queue`, { signal });
        if (response.ok) next = await response.json();
      } catch {
        // Offline, or the server is away: what is shown stays, and the next try comes later.
      }
      if (signal.aborted) return;
      if (next !== undefined) setRoom(next);
      const isLive = next?.stage === "open" || next?.stage === "lobby";
      if (!document.hidden) timer = setTimeout(ask, isLive ? LIVE_MS : QUIET_MS);
    }

    askNow.current = ask;
    timer = setTimeout(ask, LIVE_MS);
    const stop = whenShown(ask);
    return () => {
      clearTimeout(timer);
      abort.abort();
      stop();
    };
  }, [slug]);

  return { room, refresh: useCallback(() => askNow.current(), []) };
}
