"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { onPageVisible } from "@/components/ui/on-page-visible";

type HoldStatus = { status: "pending" | "confirmed" | "cancelled" | "expired"; expiresAt: string | null; at: string };

/**
 * Follows a hold by the server's clock. An open checkout outlives its hold in many ways (another tab, the back
 * button, a page kept in memory), so it asks again whenever it comes into view and when the time is up.
 */
export function useHold(reference: string, expiresAt: string) {
  const router = useRouter();
  const [until, setUntil] = useState(expiresAt);
  const [isOver, setIsOver] = useState(false);

  const check = useCallback(async () => {
    try {
      const response = await fetch(`/api/bookings/${reference}/status`);
      const hold: HoldStatus | null = response.ok ? await response.json() : null;
      if (hold?.status === "confirmed") return router.replace(`/bookings/${reference}`);
      // Released in another tab, or no longer this viewer's: the page itself knows what to say.
      if (hold?.status === "cancelled" || response.status === 404) return router.refresh();
      if (!hold?.expiresAt) return;
      const left = Date.parse(hold.expiresAt) - Date.parse(hold.at);
      setIsOver(left <= 0);
      setUntil(new Date(Date.now() + left).toISOString());
    } catch {
      // Offline, or the server is away. Confirming says so; coming back into view asks again.
    }
  }, [reference, router]);

  useEffect(() => {
    if (!document.hidden) void check();
    return onPageVisible(check);
  }, [check]);

  return { until, isOver, check };
}
