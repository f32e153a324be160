"use server";

import { and, eq } from "drizzle-orm";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { db } from "@/db/client";
import { sqlState } from "@/db/errors";
import { emailDeliveries, events } from "@/db/schema";
import { inngest } from "@/inngest/client";
import { emailDue } from "@/inngest/events";
import { bookingManager } from "@/lib/booking/manager";
import { reconcileCounters } from "@/lib/booking/seat-counters";
import { log } from "@/lib/log";
import { decodeOpaqueId } from "@/lib/names/opaque-id";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { adminErrors } from "@/texts/admin";
import { authorizeSuperuser } from "./access";
import { recordAdminAudit } from "./audit";
import { isUnsent, listUndispatched } from "./background";
import { deactivateUser, reactivateUser } from "./deactivate-user";
import { dismissFailedRun, retryFailedRun } from "./failed-runs";
import { runInventoryAudit } from "./inventory";
import { markUnknownPaymentSeen } from "./provider-events";
import { accountChangeSchema, emailKeySchema, eventSchema, providerEventSchema, runSchema } from "./schema";

/** Outbox rows sent at once manually. The sweep sends the rest. */
const OUTBOX_BATCH_SIZE = 200;
const QUERY_CANCELED = "57014";

const adminFailure = (code: Exclude<keyof typeof adminErrors, "NO_ACCESS">) => failure(code, adminErrors[code]);

export const deactivateUserAction = defineAction({
  input: accountChangeSchema,
  access: authorizeSuperuser,
  run: ({ input, viewer }) => changeAccount(deactivateUser, input, viewer.id),
});

export const reactivateUserAction = defineAction({
  input: accountChangeSchema,
  access: authorizeSuperuser,
  run: ({ input, viewer }) => changeAccount(reactivateUser, input, viewer.id),
});

async function changeAccount(
  change: typeof deactivateUser,
  { user, reason }: z.output<typeof accountChangeSchema>,
  actorId: number,
) {
  const userId = decodeOpaqueId(user, "user");
  if (userId === null) return adminFailure("NOT_FOUND");
  const result = await db.transaction((tx) => change(tx, { userId, reason, actorId }));
  if (!result.ok) return adminFailure(result.code);
  revalidatePath("/admin", "layout");
  return { ok: true as const };
}

export const retryFailedRunAction = defineAction({
  input: runSchema,
  access: authorizeSuperuser,
  run: ({ input, viewer }) => settleRun(retryFailedRun, input.runId, viewer.id),
});

export const dismissFailedRunAction = defineAction({
  input: runSchema,
  access: authorizeSuperuser,
  run: ({ input, viewer }) => settleRun(dismissFailedRun, input.runId, viewer.id),
});

async function settleRun(settle: typeof retryFailedRun, runId: string, actorId: number) {
  const result = await db.transaction((tx) => settle(tx, { runId, actorId }));
  if (!result.ok) return adminFailure(result.code);
  // Awaited, so that the next page is up to date. The sweep sends a row that is left over.
  if (result.outboxId) await relayOutbox([result.outboxId]);
  revalidatePath("/admin", "layout");
  return { ok: true as const };
}

/** Queues an email that was not accepted. Its key makes a repeated send idempotent. */
export const retryEmailAction = defineAction({
  input: emailKeySchema,
  access: authorizeSuperuser,
  run: async ({ input: { key }, viewer }) => {
    const [found] = await db
      .select({ key: emailDeliveries.key })
      .from(emailDeliveries)
      .where(and(eq(emailDeliveries.key, key), isUnsent(new Date())));
    if (!found) return adminFailure("EMAIL_SETTLED");
    try {
      await inngest.send(emailDue.create({ key }, { id: `${key}:${crypto.randomUUID()}` }));
    } catch (error) {
      log.warn("admin.email-retry.failed", { error: error instanceof Error ? error.name : "unknown" });
      return adminFailure("INNGEST_AWAY");
    }
    await recordAdminAudit(db, { action: "admin.mail-retried", actorId: viewer.id, detail: { key } });
    return { ok: true };
  },
});

/** Sends outbox rows that have not been dispatched, oldest first. */
export const sendOutboxAction = defineAction({
  input: z.void(),
  access: authorizeSuperuser,
  run: async ({ viewer }) => {
    const ids = (await listUndispatched(OUTBOX_BATCH_SIZE)).map(({ id }) => id);
    const { dispatched: sent, failed } = await relayOutbox(ids);
    if (sent === 0 && failed > 0) return adminFailure("INNGEST_AWAY");
    await recordAdminAudit(db, { action: "admin.outbox-sent", actorId: viewer.id, detail: { sent } });
    revalidatePath("/admin", "layout");
    return { ok: true, sent };
  },
});

export const auditInventoryAction = defineAction({
  input: z.void(),
  access: authorizeSuperuser,
  run: async ({ viewer }) => {
    try {
      const found = await runInventoryAudit();
      const detail = { differing: found.total };
      await recordAdminAudit(db, { action: "admin.inventory-recounted", actorId: viewer.id, detail });
      return { ok: true, ...found };
    } catch (error) {
      if (sqlState(error) === QUERY_CANCELED) return adminFailure("TOOK_TOO_LONG");
      throw error;
    }
  },
});

/** Sets an event's counters from its bookings. */
export const reconcileInventoryAction = defineAction({
  input: eventSchema,
  access: authorizeSuperuser,
  run: async ({ input: { slug }, viewer }) => {
    const [event] = await db.select({ id: events.id }).from(events).where(eq(events.slug, slug));
    if (!event) return adminFailure("NOT_FOUND");
    const result = await reconcileCounters(bookingManager, { eventId: event.id });
    if ("ok" in result) return adminFailure("BUSY");
    if (!result.reconciled) return adminFailure("NOT_RECONCILED");
    const entry = { action: "admin.counters-mended", actorId: viewer.id, eventId: event.id } as const;
    await recordAdminAudit(db, entry);
    return { ok: true };
  },
});

/** Takes a payment that no booking has off the list. */
export const markUnknownPaymentSeenAction = defineAction({
  input: providerEventSchema,
  access: authorizeSuperuser,
  run: async ({ input: { id }, viewer }) => {
    if (!(await markUnknownPaymentSeen({ id, actorId: viewer.id }))) return adminFailure("ALREADY_SO");
    revalidatePath("/admin", "layout");
    return { ok: true };
  },
});
