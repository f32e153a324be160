import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, events, failedRuns, outbox, providerEvents, users } from "@/db/schema";
import {
  auditInventoryAction,
  deactivateUserAction,
  dismissFailedRunAction,
  markUnknownPaymentSeenAction,
  reactivateUserAction,
  reconcileInventoryAction,
  retryEmailAction,
  retryFailedRunAction,
  sendOutboxAction,
} from "@/lib/admin/actions";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import type { Entry, Matrix } from "./entry";

const superuser = (arrange: Entry["arrange"]): Entry => ({ needs: "superuser", shows: "changes", arrange });

async function failedRun() {
  const runId = crypto.randomUUID();
  const event = { eventName: "event/changed", eventData: { eventId: 1 } };
  await db.insert(failedRuns).values({ runId, functionId: "quorix-test", ...event, error: "Error: no" });
  return runId;
}

export const adminMatrix: Matrix = {
  "lib/admin/actions.ts deactivateUserAction": superuser(
    async ({ colleague }) =>
      () =>
        deactivateUserAction({ user: encodeOpaqueId(colleague.id, "user"), reason: "because" }),
  ),
  "lib/admin/actions.ts reactivateUserAction": superuser(async ({ colleague }) => {
    await db.update(users).set({ isActive: false }).where(eq(users.id, colleague.id));
    return () => reactivateUserAction({ user: encodeOpaqueId(colleague.id, "user"), reason: "because" });
  }),
  "lib/admin/actions.ts retryFailedRunAction": superuser(async () => {
    const runId = await failedRun();
    return () => retryFailedRunAction({ runId });
  }),
  "lib/admin/actions.ts dismissFailedRunAction": superuser(async () => {
    const runId = await failedRun();
    return () => dismissFailedRunAction({ runId });
  }),
  "lib/admin/actions.ts retryEmailAction": superuser(async () => {
    const key = `booking-confirmed:${crypto.randomUUID()}`;
    const delivery = { key, to: "ana@quorix.test", subject: "Tickets", messageId: key, status: "failed" } as const;
    await db.insert(emailDeliveries).values(delivery);
    return () => retryEmailAction({ key });
  }),
  "lib/admin/actions.ts sendOutboxAction": superuser(async () => {
    const createdAt = new Date(Date.now() - 3_600_000);
    await db.insert(outbox).values({ name: "event/changed", data: { eventId: 1 }, createdAt });
    return () => sendOutboxAction();
  }),
  "lib/admin/actions.ts markUnknownPaymentSeenAction": superuser(async () => {
    const id = `evt_${crypto.randomUUID()}`;
    const unknownPayment = { id: "pi_1", amount: 1_900, currency: "EUR" };
    const about = { type: "payment_intent.succeeded", objectId: "pi_1", objectKind: "payment_intent" };
    await db.insert(providerEvents).values({ id, ...about, createdAt: new Date(), unknownPayment });
    return () => markUnknownPaymentSeenAction({ id });
  }),
  "lib/admin/actions.ts auditInventoryAction": superuser(async () => () => auditInventoryAction()),
  "lib/admin/actions.ts reconcileInventoryAction": superuser(async ({ testBookings, organizer }) => {
    const event = await testBookings.event({ organizerId: organizer.id });
    await db.update(events).set({ availableTickets: 3 }).where(eq(events.id, event.id));
    return () => reconcileInventoryAction({ slug: event.slug });
  }),
};
