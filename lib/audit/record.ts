import type { Queryable } from "@/db/connect";
import { auditLog } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";

/** Writes what a member of a team did, in the transaction that did it. Ids and words of ours only, no personal data. */
export async function recordAudit(
  tx: Queryable,
  entry: {
    action: AuditAction;
    actorId: number;
    organizerId: number;
    eventId?: number;
    bookingId?: number;
    detail?: Record<string, unknown>;
  },
) {
  await tx.insert(auditLog).values(entry);
}
