import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { operations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { type OperationDetail, operationDetailSchemas } from "@/lib/operations/detail";
import { startOperation } from "@/lib/operations/start";

type NewMessage = {
  id: string;
  event: { id: number; organizerId: number };
  actorId: number;
  detail: OperationDetail["message"];
};

/** Starts sending a message; relay `outboxIds` afterwards. Idempotent by id and content. */
export async function sendMessage({ id, event, actorId, detail }: NewMessage) {
  return db.transaction(async (tx) => {
    const [earlier] = await tx
      .select({ eventId: operations.eventId, kind: operations.kind, detail: operations.detail })
      .from(operations)
      .where(eq(operations.id, id));
    const isSame =
      earlier?.kind === "message" &&
      earlier.eventId === event.id &&
      hasSameContent(operationDetailSchemas.message.parse(earlier.detail), detail);
    if (isSame) return { operationId: id, outboxIds: [] };
    // Back in the browser and edited: the same id with other content is a new message.
    const { operationId, outboxId } = await startOperation(tx, {
      id: earlier ? undefined : id,
      ...{ kind: "message", eventId: event.id, startedBy: actorId, detail },
    });
    await recordAudit(tx, {
      action: "message.sent",
      ...{ actorId, organizerId: event.organizerId, eventId: event.id },
      detail: { operationId, audience: detail.audience.kind },
    });
    return { operationId, outboxIds: [outboxId] };
  });
}

function hasSameContent(one: OperationDetail["message"], other: OperationDetail["message"]) {
  const contentOf = ({ subject, body, audience }: OperationDetail["message"]) =>
    JSON.stringify([
      subject,
      body,
      audience.kind,
      "code" in audience ? audience.code : "references" in audience ? audience.references : "",
    ]);
  return contentOf(one) === contentOf(other);
}
