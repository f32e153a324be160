"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { startPolling } from "@/components/ui/polling";
import type { OrganizerRoom } from "@/lib/waiting-room/organizer-room";

const LIVE_MS = 3_000;
const QUIET_MS = 15_000;

/** The room as it is now, while the page is looked at. Null: it has closed. */
export function useOrganizerRoom(slug: string, initial: OrganizerRoom | null) {
  const [room, setRoom] = useState(initial);
  const askNow = useRef(() => {});

  useEffect(() => {
    const polling = startPolling(async (signal) => {
      let next: OrganizerRoom | null | undefined;
      try {
        const response = await fetch(`/api/organize/events/${encodeURIComponent(slug)}/queue`, { signal });
        if (response.ok) next = await response.json();
      } catch {
        // Offline, or the server is away: what is shown stays, and the next try comes later.
      }
      if (signal.aborted) return null;
      if (next !== undefined) setRoom(next);
      const isLive = next?.stage === "open" || next?.stage === "lobby";
      if (document.hidden) return null;
      return isLive ? LIVE_MS : QUIET_MS;
    }, LIVE_MS);
    askNow.current = polling.now;
    return polling.stop;
  }, [slug]);

  return { room, refresh: useCallback(() => askNow.current(), []) };
}
