import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, events, failedRuns, outbox, users } from "@/db/schema";
import {
  deactivateUser,
  dismissFailedRun,
  mendInventory,
  reactivateUser,
  recountInventory,
  retryFailedRun,
  retryMail,
  sendOutbox,
} from "@/lib/admin/actions";
import { sealId } from "@/lib/names/sealed-id";
import type { Entry, Matrix } from "./entry";

const superuser = (arrange: Entry["arrange"]): Entry => ({ needs: "superuser", shows: "changes", arrange });

async function failedRun() {
  const runId = crypto.randomUUID();
  const event = { eventName: "event/changed", eventData: { eventId: 1 } };
  await db.insert(failedRuns).values({ runId, functionId: "quorix-test", ...event, error: "Error: no" });
  return runId;
}

export const adminMatrix: Matrix = {
  "lib/admin/actions.ts deactivateUser": superuser(
    async ({ colleague }) =>
      () =>
        deactivateUser({ user: sealId(colleague.id, "user"), reason: "because" }),
  ),
  "lib/admin/actions.ts reactivateUser": superuser(async ({ colleague }) => {
    await db.update(users).set({ isActive: false }).where(eq(users.id, colleague.id));
    return () => reactivateUser({ user: sealId(colleague.id, "user"), reason: "because" });
  }),
  "lib/admin/actions.ts retryFailedRun": superuser(async () => {
    const runId = await failedRun();
    return () => retryFailedRun({ runId });
  }),
  "lib/admin/actions.ts dismissFailedRun": superuser(async () => {
    const runId = await failedRun();
    return () => dismissFailedRun({ runId });
  }),
  "lib/admin/actions.ts retryMail": superuser(async () => {
    const key = `booking-confirmed:${crypto.randomUUID()}`;
    const mail = { key, to: "ana@quorix.test", subject: "Tickets", messageId: key, status: "failed" } as const;
    await db.insert(emailDeliveries).values(mail);
    return () => retryMail({ key });
  }),
  "lib/admin/actions.ts sendOutbox": superuser(async () => {
    const createdAt = new Date(Date.now() - 3_600_000);
    await db.insert(outbox).values({ name: "event/changed", data: { eventId: 1 }, createdAt });
    return () => sendOutbox();
  }),
  "lib/admin/actions.ts recountInventory": superuser(async () => () => recountInventory()),
  "lib/admin/actions.ts mendInventory": superuser(async ({ office, organizer }) => {
    const event = await office.event({ organizerId: organizer.id });
    await db.update(events).set({ availableTickets: 3 }).where(eq(events.id, event.id));
    return () => mendInventory({ slug: event.slug });
  }),
};
