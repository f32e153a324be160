"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { startPolling, withJitter } from "@/components/ui/polling";

const FIRST_MS = 3_000;
const LONGEST_MS = 30_000;
const HIDDEN_MS = 60_000;

/** Renders the page again, ever less often: it leads on as soon as there is something to lead to. */
export function RefreshWhileWaiting() {
  const router = useRouter();

  useEffect(() => {
    let delay = FIRST_MS;
    const polling = startPolling(async () => {
      router.refresh();
      delay = Math.min(delay * 1.3, LONGEST_MS);
      return withJitter(document.hidden ? HIDDEN_MS : delay);
    }, FIRST_MS);
    return polling.stop;
  }, [router]);

  return null;
}
