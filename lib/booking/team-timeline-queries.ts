import "server-only";
import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, users } from "@/db/schema";
import { legacyCheckInActions, type StoredAuditAction } from "@/db/schema/audit-actions";
import { formatTeamTimeline, type TeamTimelineData } from "./team-timeline";
import type { MoneyMoment } from "./team-timeline-money";
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

/** What the rows of payments and refunds say themselves. */
const actionsShownAsMoney: StoredAuditAction[] = ["payment.recorded", "payment.refund-requested"];

type Booking = { eventId: number; bookingId: number; currency: string };

/** The history of a booking for its organizer's team. The caller has checked access. Three queries. */
export async function findTeamTimeline(booking: Booking): Promise<TimelineEntry[]> {
  const { bookingId } = booking;
  const [audits, rows, money] = await Promise.all([
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
    findMoneyMoments(booking),
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
    money,
  };
  return formatTeamTimeline(data);
}

async function findMoneyMoments({ eventId, bookingId, currency }: Booking): Promise<MoneyMoment[]> {
  const rows = await db.execute<Omit<MoneyMoment, "at" | "currency"> & { at: string }>(sql`
    select m.kind, m.amount::float8 as amount, m.actor, m.detail, m.at from (
      select x.kind, x.amount, u.name as actor, x.detail, x.at
      from payments p left join users u on u.id = p.recorded_by
      cross join lateral (values
        (case when p.provider = 'stripe' then 'started' end, p.amount, null, p.created_at),
        (case when p.status = 'captured' then case when p.provider = 'venue' then 'recorded' else 'captured' end end,
          p.captured_amount, p.method, coalesce(p.captured_at, p.created_at)),
        (case p.status when 'failed' then 'failed' when 'cancelled' then 'ended' end, p.amount, p.failure_reason,
          coalesce(p.ended_at, p.created_at))) as x (kind, amount, detail, at)
      where p.event_id = ${eventId} and p.booking_id = ${bookingId}
      union all
      select x.kind, r.amount, u.name, x.detail, x.at
      from refunds r join payments p on p.event_id = r.event_id and p.id = r.payment_id
      left join users u on u.id = r.requested_by
      cross join lateral (values
        ('refund_requested', coalesce(r.note, r.reason::text), r.created_at),
        (case when p.provider = 'venue' then 'handed_back' else 'refund_succeeded' end, null, r.succeeded_at),
        ('refund_failed', r.failure_reason, r.failed_at)) as x (kind, detail, at)
      where r.event_id = ${eventId} and r.booking_id = ${bookingId}
      union all
      select x.kind, d.amount, null, d.reason, x.at from disputes d
      cross join lateral (values ('disputed', d.opened_at),
        (case d.status when 'won' then 'dispute_won' when 'lost' then 'dispute_lost' end, d.closed_at)) as x (kind, at)
      where d.event_id = ${eventId} and d.booking_id = ${bookingId}) m
    where m.kind is not null and m.at is not null order by m.at`);
  return rows.map(({ at, ...moment }) => ({ ...moment, currency, at: new Date(at) }));
}
