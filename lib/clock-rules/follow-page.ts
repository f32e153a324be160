import { backfillWallClocks } from "@/db/backfill-wall-clocks";
import { db } from "@/db/client";
import { bookingManager } from "@/lib/booking/manager";
import { expireEventTags } from "@/lib/events/tags";
import { log } from "@/lib/log";
import { findMovedEvents } from "./find-moved-events";
import { followClockRules } from "./follow";

const PAGE_SIZE = 1_000;

/** Looks at one page of events and has those follow their zone's rules that can; the others are asked about. */
export async function followClockRulesOnPage(after: number) {
  const { eventIds, looked, next } = await findMovedEvents(db, after, PAGE_SIZE);
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
      log.error("clock-rules.event.failed", { eventId, error: error instanceof Error ? error.name : "unknown" });
    }
  }
  expireEventTags(followed);
  return { looked, followed: followed.length, asked, next };
}

/** Wall clocks that the version before wrote none of while this one started, or whose rows were locked at the migration. */
export function fillMissingWallClocks() {
  return backfillWallClocks(db);
}
