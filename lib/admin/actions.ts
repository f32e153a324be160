"use server";

import { and, eq } from "drizzle-orm";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { db } from "@/db/client";
import { sqlState } from "@/db/errors";
import { emailDeliveries, events } from "@/db/schema";
import { inngest } from "@/inngest/client";
import { mailDue } from "@/inngest/events";
import { bookingManager } from "@/lib/booking/manager";
import { mendCounters } from "@/lib/booking/mend-counters";
import { log } from "@/lib/log";
import { openId } from "@/lib/names/sealed-id";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineAction } from "@/lib/requests/define-action";
import { mayAdminister } from "./access";
import { recordAdminAudit } from "./audit";
import { undispatched, unsent } from "./background";
import { deactivateUser, reactivateUser } from "./close-account";
import { dismissFailedRun, retryFailedRun } from "./failed-runs";
import { recount } from "./inventory";
import { adminRefusal } from "./messages";
import { accountChangeSchema, eventSchema, mailSchema, runSchema } from "./schema";

/** How many announcements are sent at once by hand; the sweep takes the others. */
const SENT_AT_ONCE = 200;
const QUERY_CANCELED = "57014";

export const deactivateUserAction = defineAction({
  input: accountChangeSchema,
  access: mayAdminister,
  run: ({ input, viewer }) => changeAccount(deactivateUser, input, viewer.id),
});

export const reactivateUserAction = defineAction({
  input: accountChangeSchema,
  access: mayAdminister,
  run: ({ input, viewer }) => changeAccount(reactivateUser, input, viewer.id),
});

async function changeAccount(
  change: typeof deactivateUser,
  { user, reason }: z.output<typeof accountChangeSchema>,
  actorId: number,
) {
  const userId = openId(user, "user");
  if (userId === null) return adminRefusal("NOT_FOUND");
  const result = await db.transaction((tx) => change(tx, { userId, reason, actorId }));
  if (!result.ok) return adminRefusal(result.code);
  revalidatePath("/admin", "layout");
  return { ok: true as const };
}

export const retryFailedRunAction = defineAction({
  input: runSchema,
  access: mayAdminister,
  run: ({ input, viewer }) => settleRun(retryFailedRun, input.runId, viewer.id),
});

export const dismissFailedRunAction = defineAction({
  input: runSchema,
  access: mayAdminister,
  run: ({ input, viewer }) => settleRun(dismissFailedRun, input.runId, viewer.id),
});

async function settleRun(settle: typeof retryFailedRun, runId: string, actorId: number) {
  const result = await db.transaction((tx) => settle(tx, { runId, actorId }));
  if (!result.ok) return adminRefusal(result.code);
  // Waited for, so that the page that follows is right; a row that stays is sent by the sweep.
  if (result.outboxId) await relayOutbox([result.outboxId]);
  revalidatePath("/admin", "layout");
  return { ok: true as const };
}

/** Hands a mail that was not accepted to the background once more. It is sent once, whoever else tries. */
export const retryMailAction = defineAction({
  input: mailSchema,
  access: mayAdminister,
  run: async ({ input: { key }, viewer }) => {
    const [found] = await db
      .select({ key: emailDeliveries.key })
      .from(emailDeliveries)
      .where(and(eq(emailDeliveries.key, key), unsent(new Date())));
    if (!found) return adminRefusal("MAIL_SETTLED");
    try {
      await inngest.send(mailDue.create({ key }, { id: `${key}:${crypto.randomUUID()}` }));
    } catch (error) {
      log.warn("admin.retry_mail_failed", { error: error instanceof Error ? error.name : "unknown" });
      return adminRefusal("INNGEST_AWAY");
    }
    await recordAdminAudit(db, { action: "admin.mail-retried", actorId: viewer.id, detail: { key } });
    return { ok: true };
  },
});

/** Sends announcements that were left behind, oldest first. */
export const sendOutboxAction = defineAction({
  input: z.void(),
  access: mayAdminister,
  run: async ({ viewer }) => {
    const ids = (await undispatched(SENT_AT_ONCE)).map(({ id }) => id);
    const { dispatched: sent, failed } = await relayOutbox(ids);
    if (sent === 0 && failed > 0) return adminRefusal("INNGEST_AWAY");
    await recordAdminAudit(db, { action: "admin.outbox-sent", actorId: viewer.id, detail: { sent } });
    revalidatePath("/admin", "layout");
    return { ok: true, sent };
  },
});

/** Counts the inventory of every event again. */
export const recountInventoryAction = defineAction({
  input: z.void(),
  access: mayAdminister,
  run: async ({ viewer }) => {
    try {
      const found = await recount();
      const detail = { differing: found.total };
      await recordAdminAudit(db, { action: "admin.inventory-recounted", actorId: viewer.id, detail });
      return { ok: true, ...found };
    } catch (error) {
      if (sqlState(error) === QUERY_CANCELED) return adminRefusal("TOOK_TOO_LONG");
      throw error;
    }
  },
});

/** Sets an event's counters to what its bookings say. */
export const mendInventoryAction = defineAction({
  input: eventSchema,
  access: mayAdminister,
  run: async ({ input: { slug }, viewer }) => {
    const [event] = await db.select({ id: events.id }).from(events).where(eq(events.slug, slug));
    if (!event) return adminRefusal("NOT_FOUND");
    const result = await mendCounters(bookingManager, { eventId: event.id });
    if ("ok" in result) return adminRefusal("BUSY");
    if (!result.mended) return adminRefusal("NOT_MENDED");
    const entry = { action: "admin.counters-mended", actorId: viewer.id, eventId: event.id } as const;
    await recordAdminAudit(db, entry);
    return { ok: true };
  },
});
