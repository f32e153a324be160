import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import type { ReadEvent } from "./reading";

/** How many of these an organizer has from an earlier import. */
export function alreadyImported(organizerId: number, read: ReadEvent[]): Promise<number> {
  const keys = JSON.stringify(read.map(({ key }) => key));
  const isAmong = sql`${events.importKey} in (select json_array_elements_text(${keys}::json))`;
  return db.$count(events, and(eq(events.organizerId, organizerId), isAmong));
}
