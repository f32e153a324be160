import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import type { Queryable } from "@/db/connect";
import { events, ticketTypes } from "@/db/schema";
import type { SalesState } from "./availability";
import { eventSalesColumns } from "./columns";

/** The id stays inside lib/. */
export type SalesStateRow = SalesState & { id: number };

/** Read from the database in one query. Null for an unknown event and for a draft. */
export async function readSalesState(slug: string, queryable: Queryable = db): Promise<SalesStateRow | null> {
  const rows = await queryable
    .select({
      event: eventSalesColumns,
      type: {
        code: ticketTypes.code,
        quota: ticketTypes.quota,
        sold: ticketTypes.sold,
        salesStartAt: ticketTypes.salesStartAt,
        salesEndAt: ticketTypes.salesEndAt,
      },
    })
    .from(events)
    .leftJoin(ticketTypes, eq(ticketTypes.eventId, events.id))
    .where(and(eq(events.slug, slug), ne(events.status, "draft")))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
  const [first] = rows;
  return first ? { ...first.event, ticketTypes: rows.flatMap(({ type }) => type ?? []) } : null;
}
