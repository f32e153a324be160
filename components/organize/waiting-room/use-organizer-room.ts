"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { startPolling } from "@/components/ui/polling";
import type { OrganizerRoom } from "@/lib/waiting-room/organizer-room";

const LIVE_MS = 3_000;
const QUIET_MS = 15_000;

/** Polls the room while the page is visible. Null: the room has closed. */
export function useOrganizerRoom(slug: string, initial: OrganizerRoom | null) {
  const [room, setRoom] = useState(initial);
  const pollNow = useRef(() => {});

  useEffect(() => {
    const polling = startPolling(async (signal) => {
      let next: OrganizerRoom | null | undefined;
      try {
        const response = await fetch(`/api/organize/events/${encodeURIComponent(slug)}/queue`, { signal });
        if (response.ok) next = await response.json();
      } catch {
        // Offline, or the server is unreachable: keeps the last state and retries later.
      }
      if (signal.aborted) return null;
      if (next !== undefined) setRoom(next);
      const isLive = next?.stage === "open" || next?.stage === "lobby";
      if (document.hidden) return null;
      return isLive ? LIVE_MS : QUIET_MS;
    }, LIVE_MS);
    pollNow.current = polling.now;
    return polling.stop;
  }, [slug]);

  return { room, refresh: useCallback(() => pollNow.current(), []) };
}
