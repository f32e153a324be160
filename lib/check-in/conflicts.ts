import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { bookings, scans, tickets, ticketTypes, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { CheckInContext, ScanConflict } from "./types";

const MAX_CONFLICTS = 100;

export const isOpenConflict = and(sql`${scans.isConflict} and ${scans.settledAt} is null`);

type ActiveCheckIn = { at: string; by: string | null; device: string };

/** The active admission of the same ticket, nearest in time. */
const activeCheckIn = sql<ActiveCheckIn | null>`(
  select json_build_object('at', s.scanned_at, 'by', u.name, 'device', s.device)
  from scans s join users u on u.id = s.scanned_by
  where s.ticket_id = ${scans.ticketId} and s.outcome = 'admitted'
    and not exists (select from scans undo where undo.undoes = s.id)
  order by abs(extract(epoch from s.scanned_at - ${scans.scannedAt})) limit 1)`;

/** Unresolved conflicts from offline devices, oldest first. `reference`: of this booking only. */
export async function listOpenConflicts(db: Database, eventId: number, reference?: string): Promise<ScanConflict[]> {
  const rows = await db
    .select({
      id: scans.id,
      outcome: scans.outcome,
      eventId: tickets.eventId,
      holderName: tickets.holderName,
      typeName: ticketTypes.name,
      reference: bookings.reference,
      at: scans.scannedAt,
      by: users.name,
      device: scans.device,
      isTimeCorrected: scans.isTimeCorrected,
      stood: activeCheckIn,
    })
    .from(scans)
    .innerJoin(users, eq(users.id, scans.scannedBy))
    .leftJoin(tickets, eq(tickets.id, scans.ticketId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
    .leftJoin(bookings, eq(bookings.id, tickets.bookingId))
    .where(and(eq(scans.eventId, eventId), isOpenConflict, reference ? eq(bookings.reference, reference) : undefined))
    .orderBy(asc(scans.scannedAt), asc(scans.id))
    .limit(MAX_CONFLICTS);
  return rows.flatMap(
    ({ eventId: of, holderName, typeName, reference, at, stood: other, outcome, ...row }): ScanConflict[] => {
      if (outcome === "undone") return [];
      // The details of another event's ticket are not for this event's team.
      const isHere = of === eventId;
      return [
        {
          ...row,
          outcome,
          holderName: (isHere && holderName) || "",
          typeName: (isHere && typeName) || "",
          reference: isHere ? reference : null,
          at: at.toISOString(),
          ...(outcome === "already_in" && other
            ? { admission: { ...other, at: new Date(other.at).toISOString() } }
            : {}),
        },
      ];
    },
  );
}

export function countOpenConflicts(db: Database, eventId: number): Promise<number> {
  return db.$count(scans, and(eq(scans.eventId, eventId), isOpenConflict));
}

/** Marks a conflict as reviewed. False if it already is, or is not one of this event. */
export function resolveConflict(
  db: Database,
  context: Pick<CheckInContext, "event" | "viewer">,
  scanId: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [scan] = await tx
      .update(scans)
      .set({ settledAt: sql`now()`, settledBy: context.viewer.id })
      .where(
        and(
          eq(scans.id, scanId),
          eq(scans.eventId, context.event.id),
          eq(scans.isConflict, true),
          isNull(scans.settledAt),
        ),
      )
      .returning({ ticketId: scans.ticketId });
    if (!scan) return false;
    const [ticket] = scan.ticketId
      ? await tx
          .select({ bookingId: tickets.bookingId, eventId: tickets.eventId })
          .from(tickets)
          .where(eq(tickets.id, scan.ticketId))
      : [];
    const { id: eventId, organizerId } = context.event;
    const bookingId = ticket?.eventId === eventId ? ticket.bookingId : undefined;
    await recordAudit(tx, {
      action: "scan.conflict-settled",
      actorId: context.viewer.id,
      organizerId,
      eventId,
      bookingId,
    });
    return true;
  });
}
