import { backfillWallClocks } from "@/db/backfill-wall-clocks";
import { db } from "@/db/client";
import { bookingManager } from "@/lib/booking/manager";
import { expireEventTags } from "@/lib/events/tags";
import { log } from "@/lib/log";
import { findMovedEvents } from "./find-moved-events";
import { followClockRules } from "./follow";

const PAGE_SIZE = 1_000;

/** Applies the present clock rules to one page of events. Where that affects tickets, the organizer is asked. */
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
      // A failure must not stop the others; the next night retries.
      log.error("clock-rules.event.failed", { eventId, error: error instanceof Error ? error.name : "unknown" });
    }
  }
  expireEventTags(followed);
  return { looked, followed: followed.length, asked, next };
}

/** Fills wall clocks of rows that the previous version wrote during the deployment, or that were locked in the migration. */
export function fillMissingWallClocks() {
  return backfillWallClocks(db);
}
