import "server-only";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, operationRecipients, operations, users } from "@/db/schema";
import { decodeOpaqueId, encodeOpaqueId } from "@/lib/names/opaque-id";
import { toPage } from "@/lib/paging/keyset";
import { type OperationKind, operationDetailSchemas } from "./detail";
import type { OperationSummary, OperationView, Recipient, RecipientCounts, RecipientStatus } from "./types";

const RECIPIENTS_PAGE_SIZE = 50;
const OPERATIONS_PAGE_SIZE = 10;

const recipientCounts = sql<RecipientCounts>`(
  select jsonb_build_object(
    'left', count(*) filter (where status = 'left'), 'done', count(*) filter (where status = 'done'),
    'failed', count(*) filter (where status = 'failed'), 'skipped', count(*) filter (where status = 'skipped'))
  from operation_recipients where operation_id = ${operations.id})`;

const summaryColumns = {
  id: operations.id,
  kind: operations.kind,
  subject: sql<string | null>`${operations.detail}->>'subject'`,
  startedBy: users.name,
  createdAt: operations.createdAt,
  listedAt: operations.listedAt,
  finishedAt: operations.finishedAt,
  counts: recipientCounts,
};

/** Operations of an event, newest first. `before`: the id of the last one on the previous page. */
export async function getOperationsPage(
  eventId: number,
  { only, before }: { only?: OperationKind; before?: string } = {},
): Promise<{ operations: OperationSummary[]; next: string | null }> {
  const earlier = before
    ? sql`(${operations.createdAt}, ${operations.id}) < (select created_at, id from operations where id = ${before})`
    : undefined;
  const rows = await db
    .select(summaryColumns)
    .from(operations)
    .innerJoin(users, eq(users.id, operations.startedBy))
    .where(and(eq(operations.eventId, eventId), only && eq(operations.kind, only), earlier))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(OPERATIONS_PAGE_SIZE + 1);
  const page = toPage(rows, { size: OPERATIONS_PAGE_SIZE, isFirst: !before, cursorOf: ({ id }) => id });
  return { operations: page.rows, next: page.next };
}

/** One operation of an event with its details; null if the event has no such operation. */
export async function getOperationView(eventId: number, operationId: string): Promise<OperationView | null> {
  const [row] = await db
    .select({ ...summaryColumns, detail: operations.detail })
    .from(operations)
    .innerJoin(users, eq(users.id, operations.startedBy))
    .where(and(eq(operations.id, operationId), eq(operations.eventId, eventId)));
  if (!row) return null;
  const { detail, kind, ...rest } = row;
  switch (kind) {
    case "event_cancellation":
      return { ...rest, kind, detail: operationDetailSchemas.event_cancellation.parse(detail) };
    case "event_change":
      return { ...rest, kind, detail: operationDetailSchemas.event_change.parse(detail) };
    case "message":
      return { ...rest, kind, detail: operationDetailSchemas.message.parse(detail) };
  }
}

/** A page of an operation's recipients with one status. */
export async function getRecipientsPage(
  operationId: string,
  status: RecipientStatus,
  after?: string,
): Promise<{ recipients: Recipient[]; next: string | null }> {
  const from = decodeOpaqueId(after, "recipient") ?? 0;
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
    .limit(RECIPIENTS_PAGE_SIZE + 1);
  const page = toPage(rows, {
    size: RECIPIENTS_PAGE_SIZE,
    isFirst: from === 0,
    cursorOf: ({ userId }) => encodeOpaqueId(userId, "recipient"),
  });
  return { recipients: page.rows.map(({ userId: _, ...recipient }) => recipient), next: page.next };
}
