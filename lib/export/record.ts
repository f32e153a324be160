import "server-only";
import { db } from "@/db/client";
import { recordAudit } from "@/lib/audit/record";

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
