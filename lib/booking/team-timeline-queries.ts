import "server-only";
import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, users } from "@/db/schema";
import { legacyCheckInActions, type StoredAuditAction } from "@/db/schema/audit-actions";
import { formatTeamTimeline, type TeamTimelineData } from "./team-timeline";
import type { TimelineEntry } from "./timeline";

type TimelineRow = {
  of: "mail" | "scan" | "line";
  text: string;
  status: string;
  attempts: number;
  device: string;
  isConflict: boolean;
  by: string | null;
  at: string;
};

/** Audit actions that the timeline shows as scans, with the ticket's holder and the device. */
const actionsShownAsScans: StoredAuditAction[] = ["check-in.admitted", "check-in.undone", ...legacyCheckInActions];

/** What the rows of payments and refunds say themselves: see lib/event-payments/money-timeline.ts. */
const actionsShownAsMoney: StoredAuditAction[] = ["payment.recorded", "payment.refund-requested"];

/** The history of a booking for its organizer's team, without its money. The caller has checked access. Two queries. */
export async function findTeamTimeline(bookingId: number): Promise<TimelineEntry[]> {
  const [audits, rows] = await Promise.all([
    db
      .select({ action: auditLog.action, actor: users.name, at: auditLog.at, detail: auditLog.detail })
      .from(auditLog)
      .leftJoin(users, eq(users.id, auditLog.actorId))
      .where(
        and(
          eq(auditLog.bookingId, bookingId),
          notInArray(auditLog.action, [...actionsShownAsScans, ...actionsShownAsMoney]),
        ),
      )
      .orderBy(asc(auditLog.at), asc(auditLog.id)),
    // Tickets that were checked in before scans were recorded have no scan.
    db.execute<TimelineRow>(sql`
      select 'mail' as "of", subject as "text", status::text, attempts, '' as "device",
        false as "isConflict", null as "by",
        coalesce(sent_at, claimed_at) as "at"
      from email_deliveries where booking_id = ${bookingId}
      union all
      select 'scan', t.holder_name, s.outcome::text, 0, s.device, s.is_conflict, u.name, s.scanned_at
      from tickets t join scans s on s.ticket_id = t.id left join users u on u.id = s.scanned_by
      where t.booking_id = ${bookingId}
      union all
      select 'scan', t.holder_name, 'admitted', 0, '', false, u.name, t.checked_in_at
      from tickets t left join users u on u.id = t.checked_in_by
      where t.booking_id = ${bookingId} and t.checked_in_at is not null
        and not exists (select 1 from scans s where s.ticket_id = t.id and s.outcome = 'admitted')
      union all
      select 'line', '', '', 0, '', false, null, joined_at from waitlist_entries where booking_id = ${bookingId}`),
  ]);
  const of = (kind: TimelineRow["of"]) => [...rows].filter((row) => row.of === kind);
  const data: TeamTimelineData = {
    audits,
    emails: of("mail").map(({ text, status, attempts, at }) => ({
      subject: text,
      status: status === "sent" || status === "failed" ? status : "sending",
      attempts,
      at: new Date(at),
    })),
    scans: of("scan").map(({ text, status, isConflict, device, by, at }) => ({
      holderName: text,
      outcome: status,
      isConflict,
      device,
      by,
      at: new Date(at),
    })),
    joinedWaitlistAt: of("line").map(({ at }) => new Date(at))[0] ?? null,
  };
  return formatTeamTimeline(data);
}
