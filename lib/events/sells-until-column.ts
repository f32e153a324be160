import { sql } from "drizzle-orm";
import { events } from "@/db/schema";

/** `sellsUntil` of a row of `events`. */
export const sellsUntilColumn = sql<Date>`least(${events.endsAt}, coalesce(${events.salesEndAt},
  case when ${events.endsAt} - ${events.startsAt} > interval '24 hours' then ${events.endsAt} else ${events.startsAt} end))`;
