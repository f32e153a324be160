"use server";

import { and, eq } from "drizzle-orm";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { db } from "@/db/client";
import { sqlState } from "@/db/errors";
import { emailDeliveries, events } from "@/db/schema";
import { inngest } from "@/inngest/client";
import { mailDue } from "@/inngest/events";
import type { ActionAnswer } from "@/lib/access/answers";
import { bookingManager } from "@/lib/booking/manager";
import { mendCounters } from "@/lib/booking/mend-counters";
import { log } from "@/lib/log";
import { openId } from "@/lib/names/sealed-id";
import { eventSlug } from "@/lib/names/slug";
import { relayOutbox } from "@/lib/outbox/relay";
import { authorizeSuperuser } from "./access";
import { recordAdminAudit } from "./audit";
import { undispatched, unsent } from "./background";
import { deactivateUser as deactivate, reactivateUser as reactivate } from "./close-account";
import { dismissFailedRun as dismiss, retryFailedRun as retry } from "./failed-runs";
import { type Finding, recount } from "./inventory";
import { adminRefusal } from "./messages";
import { accountChangeSchema } from "./schema";

/** How many announcements are sent at once by hand; the sweep takes the others. */
const SENT_AT_ONCE = 200;
const QUERY_CANCELED = "57014";

export async function deactivateUser(input: z.input<typeof accountChangeSchema>): Promise<ActionAnswer> {
  return changeAccount(input, deactivate);
}

export async function reactivateUser(input: z.input<typeof accountChangeSchema>): Promise<ActionAnswer> {
  return changeAccount(input, reactivate);
}

async function changeAccount(
  input: z.input<typeof accountChangeSchema>,
  change: typeof deactivate,
): Promise<ActionAnswer> {
  const { user, reason } = accountChangeSchema.parse(input);
  const access = await authorizeSuperuser();
  if (!access.ok) return access.refusal;
  const userId = openId(user, "user");
  if (userId === null) return adminRefusal("NOT_FOUND");
  const result = await db.transaction((tx) => change(tx, { userId, reason, actorId: access.viewer.id }));
  if (!result.ok) return adminRefusal(result.code);
  revalidatePath("/admin", "layout");
  return { ok: true };
}

export async function retryFailedRun(input: { runId: string }): Promise<ActionAnswer> {
  return settleRun(input, retry);
}

export async function dismissFailedRun(input: { runId: string }): Promise<ActionAnswer> {
  return settleRun(input, dismiss);
}

async function settleRun(input: { runId: string }, settle: typeof retry): Promise<ActionAnswer> {
  const runId = z.string().max(100).parse(input.runId);
  const access = await authorizeSuperuser();
  if (!access.ok) return access.refusal;
  const result = await db.transaction((tx) => settle(tx, { runId, actorId: access.viewer.id }));
  if (!result.ok) return adminRefusal(result.code);
  // Waited for, so that the page that follows is right; a row that stays is sent by the sweep.
  if (result.outboxId) await relayOutbox([result.outboxId]);
  revalidatePath("/admin", "layout");
  return { ok: true };
}

/** Hands a mail that was not accepted to the background once more. It is sent once, whoever else tries. */
export async function retryMail(input: { key: string }): Promise<ActionAnswer> {
  const key = z.string().max(200).parse(input.key);
  const access = await authorizeSuperuser();
  if (!access.ok) return access.refusal;
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
  await recordAdminAudit(db, { action: "admin.mail-retried", actorId: access.viewer.id, detail: { key } });
  return { ok: true };
}

/** Sends announcements that were left behind, oldest first. */
export async function sendOutbox(): Promise<ActionAnswer<{ sent: number }>> {
  const access = await authorizeSuperuser();
  if (!access.ok) return access.refusal;
  const ids = (await undispatched(SENT_AT_ONCE)).map(({ id }) => id);
  const { dispatched: sent, failed } = await relayOutbox(ids);
  if (sent === 0 && failed > 0) return adminRefusal("INNGEST_AWAY");
  await recordAdminAudit(db, { action: "admin.outbox-sent", actorId: access.viewer.id, detail: { sent } });
  revalidatePath("/admin", "layout");
  return { ok: true, sent };
}

/** Counts the inventory of every event again. */
export async function recountInventory(): Promise<ActionAnswer<{ findings: Finding[]; total: number }>> {
  const access = await authorizeSuperuser();
  if (!access.ok) return access.refusal;
  try {
    const found = await recount();
    const detail = { differing: found.total };
    await recordAdminAudit(db, { action: "admin.inventory-recounted", actorId: access.viewer.id, detail });
    return { ok: true, ...found };
  } catch (error) {
    if (sqlState(error) === QUERY_CANCELED) return adminRefusal("TOOK_TOO_LONG");
    throw error;
  }
}

/** Sets an event's counters to what its bookings say. */
export async function mendInventory(input: { slug: string }): Promise<ActionAnswer> {
  const slug = eventSlug.parse(input.slug);
  const access = await authorizeSuperuser();
  if (!access.ok) return access.refusal;
  const [event] = await db.select({ id: events.id }).from(events).where(eq(events.slug, slug));
  if (!event) return adminRefusal("NOT_FOUND");
  const result = await mendCounters(bookingManager, { eventId: event.id });
  if ("ok" in result) return adminRefusal("BUSY");
  if (!result.mended) return adminRefusal("NOT_MENDED");
  const entry = { action: "admin.counters-mended", actorId: access.viewer.id, eventId: event.id } as const;
  await recordAdminAudit(db, entry);
  return { ok: true };
}
