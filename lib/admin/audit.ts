import { desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import type { Queryable } from "@/db/connect";
import { auditLog, events, users } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { formatAuditEntry } from "@/lib/audit/labels";

/** Records what a superuser did. The entry has no organizer, so that no owner can read it. */
export async function recordAdminAudit(
  tx: Queryable,
  entry: { action: AuditAction; actorId: number; eventId?: number; detail?: Record<string, unknown> },
) {
  await tx.insert(auditLog).values(entry);
}

const subject = alias(users, "subject");

/** Superusers' latest actions, in plain English. */
export async function listLatestAdminActions(limit: number) {
  const rows = await db
    .select({
      action: auditLog.action,
      actor: users.name,
      subject: subject.name,
      event: events.name,
      detail: auditLog.detail,
      at: auditLog.at,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .leftJoin(subject, eq(subject.id, sql`(${auditLog.detail} ->> 'userId')::bigint`))
    .leftJoin(events, eq(events.id, auditLog.eventId))
    .where(isNull(auditLog.organizerId))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit);
  return rows.map(({ action, detail, subject, ...row }) => ({
    ...row,
    text: formatAuditEntry(action, { detail, subject }),
  }));
}
