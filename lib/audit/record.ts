import type { Queryable } from "@/db/connect";
import { auditLog } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";

/** Records what a team member did, in the same transaction. `detail` has ids and our own terms, no personal data. */
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
