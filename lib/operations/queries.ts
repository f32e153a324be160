import "server-only";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, operationRecipients, operations, users } from "@/db/schema";
import { openId, sealId } from "@/lib/names/sealed-id";
import { toPage } from "@/lib/paging/keyset";
import { details, type OperationKind } from "./detail";
import type { Counts, OperationSummary, OperationView, Recipient, RecipientStatus } from "./types";

const PAGE = 50;
const LISTED = 10;

const counted = sql<Counts>`(
  select jsonb_build_object(
    'left', count(*) filter (where status = 'left'), 'done', count(*) filter (where status = 'done'),
    'failed', count(*) filter (where status = 'failed'), 'skipped', count(*) filter (where status = 'skipped'))
  from operation_recipients where operation_id = ${operations.id})`;

const summary = {
  id: operations.id,
  kind: operations.kind,
  subject: sql<string | null>`${operations.detail}->>'subject'`,
  startedBy: users.name,
  createdAt: operations.createdAt,
  listedAt: operations.listedAt,
  finishedAt: operations.finishedAt,
  counts: counted,
};

/** What was started for many people of an event, newest first. `before`: id of the last one of the page before. */
export async function operationsOf(
  eventId: number,
  { only, before }: { only?: OperationKind; before?: string } = {},
): Promise<{ operations: OperationSummary[]; next: string | null }> {
  const earlier = before
    ? sql`(${operations.createdAt}, ${operations.id}) < (select created_at, id from operations where id = ${before})`
    : undefined;
  const rows = await db
    .select(summary)
    .from(operations)
    .innerJoin(users, eq(users.id, operations.startedBy))
    .where(and(eq(operations.eventId, eventId), only && eq(operations.kind, only), earlier))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(LISTED + 1);
  const page = toPage(rows, { size: LISTED, isFirst: !before, cursorOf: ({ id }) => id });
  return { operations: page.rows, next: page.next };
}

/** One operation of an event, with what it says; null where the event has none of this id. */
export async function operationView(eventId: number, operationId: string): Promise<OperationView | null> {
  const [row] = await db
    .select({ ...summary, detail: operations.detail })
    .from(operations)
    .innerJoin(users, eq(users.id, operations.startedBy))
    .where(and(eq(operations.id, operationId), eq(operations.eventId, eventId)));
  if (!row) return null;
  const { detail, kind, ...rest } = row;
  switch (kind) {
    case "event_cancellation":
      return { ...rest, kind, detail: details.event_cancellation.parse(detail) };
    case "event_change":
      return { ...rest, kind, detail: details.event_change.parse(detail) };
    case "message":
      return { ...rest, kind, detail: details.message.parse(detail) };
  }
}

/** The people of an operation in one state, a page at a time. */
export async function recipientsOf(
  operationId: string,
  status: RecipientStatus,
  after?: string,
): Promise<{ recipients: Recipient[]; next: string | null }> {
  const from = openId(after, "recipient") ?? 0;
  const rows = await db
    .select({
      userId: operationRecipients.userId,
      name: users.name,
      email: users.email,
      reference: bookings.reference,
      reason: operationRecipients.reason,
      settledAt: operationRecipients.settledAt,
    })
    .from(operationRecipients)
    .innerJoin(users, eq(users.id, operationRecipients.userId))
    .leftJoin(bookings, eq(bookings.id, operationRecipients.bookingId))
    .where(
      and(
        eq(operationRecipients.operationId, operationId),
        eq(operationRecipients.status, status),
        gt(operationRecipients.userId, from),
      ),
    )
    .orderBy(asc(operationRecipients.userId))
    .limit(PAGE + 1);
  const page = toPage(rows, {
    size: PAGE,
    isFirst: from === 0,
    cursorOf: ({ userId }) => sealId(userId, "recipient"),
  });
  return { recipients: page.rows.map(({ userId: _, ...recipient }) => recipient), next: page.next };
}
