"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { onPageVisible } from "@/components/ui/on-page-visible";

type HoldStatus = {
  status: "pending" | "confirmed" | "cancelled" | "expired";
  expiresAt: string | null;
  isPaying: boolean;
  at: string;
};

/**
 * Tracks a hold by the server's clock. An open checkout can outlive its hold (another tab, the back button, a page kept in
 * memory), so its status is fetched again when the page becomes visible and when the countdown ends.
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
      // Released in another tab, or no longer this viewer's: the refreshed page shows which.
      if (hold?.status === "cancelled" || response.status === 404) return router.refresh();
      if (!hold?.expiresAt) return;
      const left = Date.parse(hold.expiresAt) - Date.parse(hold.at);
      // It lasts until the provider has said what became of the payment.
      if (left <= 0 && hold.isPaying) return router.replace(`/checkout/${reference}/paid`);
      setIsOver(left <= 0);
      setUntil(new Date(Date.now() + left).toISOString());
    } catch {
      // Offline, or the server is unreachable. Confirming reports it, and the next check is when the page becomes visible.
    }
  }, [reference, router]);

  useEffect(() => {
    if (!document.hidden) void check();
    return onPageVisible(check);
  }, [check]);

  return { until, isOver, check };
}
