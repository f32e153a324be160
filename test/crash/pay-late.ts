import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";

/** Waits until the first attempt of somebody who had left is ended, or the time is over. */
export async function waitUntilFirstEnds(db: Queryable, eventId: number, timeoutMs: number) {
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(200)) {
    const [ended] = await db.execute(sql`
      select from payments where event_id = ${eventId} and status = 'cancelled' and method is null limit 1`);
    if (ended) return;
  }
}

/** Everybody who had left pays after all. Returns how many could: the page of some has expired. */
export async function payLate(pages: string[]): Promise<number> {
  const paid = await Promise.all(
    pages.map(async (page, at) => {
      const body = new URLSearchParams({ outcome: at % 2 === 0 ? "card" : "bank" });
      const { headers } = await fetch(page, { method: "POST", body, redirect: "manual" });
      return headers.get("location")?.includes("/return") ?? false;
    }),
  );
  return paid.filter(Boolean).length;
}
