import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { ticketTypes } from "@/db/schema";
import type { EventForTeam } from "@/lib/access/event-for-team";
import { getMembershipsWithPermission } from "@/lib/access/memberships";
import { parseAttendeeSearch } from "@/lib/attendees/search-schema";
import { recordAudit } from "@/lib/audit/record";
import { requireViewer } from "@/lib/auth/viewer";
import { eventInsights } from "@/lib/insights/event-insights";
import type { Insight } from "@/lib/insights/insight";
import { organizerInsights } from "@/lib/insights/organizer-insights";
import { type Period, periodStart } from "@/lib/insights/period";
import type { Sheet } from "@/lib/sheets/sheet";
import { buildAttendeesSheet, buildBookingsSheet } from "./attendees";
import { buildPaymentsSheet } from "./payments";
import { buildWaitlistSheet } from "./waitlist";

export const exportKind = z.enum(["attendees", "bookings", "payments", "waitlist", "insights"]);

/** The sheets of a download. `params` are the search parameters of the page that links to it. */
export async function buildEventSheets(
  event: EventForTeam,
  what: z.output<typeof exportKind>,
  params: Record<string, string>,
): Promise<Sheet[]> {
  if (what === "payments") return [buildPaymentsSheet(event)];
  if (what === "waitlist") return [buildWaitlistSheet(event)];
  if (what === "insights") {
    const tables = await eventInsights(event);
    return tables.filter(({ id }) => !params.table || id === params.table).map(buildInsightSheet);
  }
  const search = parseAttendeeSearch(params);
  const ticketTypeId = search.type ? await findTicketTypeId(event.id, search.type) : null;
  return [
    what === "attendees"
      ? buildAttendeesSheet(event, search, ticketTypeId)
      : buildBookingsSheet(event, search, ticketTypeId),
  ];
}

async function findTicketTypeId(eventId: number, code: string) {
  const [type] = await db
    .select({ id: ticketTypes.id })
    .from(ticketTypes)
    .where(and(eq(ticketTypes.eventId, eventId), eq(ticketTypes.code, code)));
  return type?.id ?? null;
}

/** Downloads contain personal data, so the audit log records them. */
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

/** An insight's table, or its summary if it has no data. */
function buildInsightSheet({ title, summary, columns, rows }: Insight): Sheet {
  if (columns.length === 0)
    return { title, columns: [{ label: title, kind: "text", width: 60 }], batches: [[[summary]]] };
  return { title, columns, batches: [rows] };
}

type OrganizerSheetsResult = { ok: true; sheets: Sheet[] } | { ok: false; code: "NOT_FOUND" | "NOT_ALLOWED" };

/** The insights of one organizer, or of all whose data the viewer may export. They contain no personal data. */
export async function buildOrganizerSheets(search: {
  organizer?: string;
  period: Period;
  table?: string;
}): Promise<OrganizerSheetsResult> {
  const viewer = await requireViewer("/organize/insights");
  const allowed = await getMembershipsWithPermission(viewer.id, "export");
  if (allowed.length === 0) return { ok: false, code: "NOT_ALLOWED" };
  const chosen = search.organizer ? allowed.filter(({ slug }) => slug === search.organizer) : allowed;
  if (chosen.length === 0) return { ok: false, code: "NOT_FOUND" };
  const insights = await organizerInsights(
    chosen.map(({ organizerId }) => organizerId),
    periodStart(search.period, new Date()),
  );
  const sheets = insights.filter(({ id }) => !search.table || id === search.table).map(buildInsightSheet);
  return sheets.length > 0 ? { ok: true, sheets } : { ok: false, code: "NOT_FOUND" };
}
