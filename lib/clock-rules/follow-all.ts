import { db } from "@/db/client";
import { fillWallClocks } from "@/db/fill-wall-clocks";
import { bookingManager } from "@/lib/booking/manager";
import { expireEvents } from "@/lib/events/tags";
import { log } from "@/lib/log";
import { findMoved } from "./find-moved";
import { followClockRules } from "./follow";

const PAGE = 1_000;

/** Looks at one page of events and has those follow their zone's rules that can; the others are asked about. */
export async function followPage(after: number) {
  const { eventIds, looked, next } = await findMoved(db, after, PAGE);
  const followed: string[] = [];
  let asked = 0;
  for (const eventId of eventIds) {
    try {
      const result = await followClockRules(bookingManager, { eventId });
      if (!result.ok) continue;
      if (result.asks) asked += 1;
      if (!result.followed) continue;
      followed.push(result.slug);
    } catch (error) {
      // One that fails must not hold up the others; it is found again the next night.
      log.error("clock-rules.failed", { eventId, error: error instanceof Error ? error.name : "unknown" });
    }
  }
  expireEvents(followed);
  return { looked, followed: followed.length, asked, next };
}

/** Wall clocks that the version before wrote none of while this one started, or whose rows were locked at the migration. */
export function fillMissing() {
  return fillWallClocks(db);
}
