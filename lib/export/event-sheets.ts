import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { ticketTypes } from "@/db/schema";
import type { EventForTeam } from "@/lib/access/event-for-team";
import { parseAttendeeSearch } from "@/lib/attendees/search-schema";
import { recordAudit } from "@/lib/audit/record";
import { eventInsights } from "@/lib/insights/event-insights";
import type { Sheet } from "@/lib/sheets/sheet";
import { attendeesSheet, bookingsSheet } from "./attendees";
import { insightSheet } from "./insight-sheet";
import { waitlistSheet } from "./waitlist";

export const exportWhat = z.enum(["attendees", "bookings", "waitlist", "insights"]);

/** What a download of an event's lists holds. `params`: those of the page that links to it. */
export async function eventSheets(
  event: EventForTeam,
  what: z.output<typeof exportWhat>,
  params: Record<string, string>,
): Promise<Sheet[]> {
  if (what === "waitlist") return [waitlistSheet(event)];
  if (what === "insights") {
    const tables = await eventInsights(event);
    return tables.filter(({ id }) => !params.table || id === params.table).map(insightSheet);
  }
  const search = parseAttendeeSearch(params);
  const ticketTypeId = search.type ? await ticketTypeIdOf(event.id, search.type) : null;
  return [
    what === "attendees" ? attendeesSheet(event, search, ticketTypeId) : bookingsSheet(event, search, ticketTypeId),
  ];
}

async function ticketTypeIdOf(eventId: number, code: string) {
  const [type] = await db
    .select({ id: ticketTypes.id })
    .from(ticketTypes)
    .where(and(eq(ticketTypes.eventId, eventId), eq(ticketTypes.code, code)));
  return type?.id ?? null;
}

/** A download takes people's names and addresses out of Quorix, so the team's log says who took what. */
export async function recordExport(
  actorId: number,
  event: { id: number; organizerId: number },
  detail: { what: string; format: string },
) {
  await recordAudit(db, {
    action: "export.downloaded",
    actorId,
    organizerId: event.organizerId,
    eventId: event.id,
    detail,
  });
}
