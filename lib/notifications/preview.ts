import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { nothingPaid } from "@/lib/booking/payment-state";
import { renderEmail } from "@/lib/email/render";
import { eventEmailColumns } from "./queries/email-data";
import { eventCancelled } from "./templates/event-cancelled";

export async function getEventEmailData(eventId: number) {
  const [event] = await db.select(eventEmailColumns).from(events).where(eq(events.id, eventId));
  if (!event) throw new Error(`Event ${eventId} is gone`);
  return event;
}

/** The email that attendees of a cancelled event would get, with a made-up booking. */
export async function renderCancellationPreview(eventId: number, reason: string) {
  const event = { ...(await getEventEmailData(eventId)), cancellationReason: reason };
  return renderEmail(
    eventCancelled({
      ...{ id: 0, reference: "7K3PX9QZ2M", status: "cancelled", numberOfTickets: 2, totalPrice: 0, currency: "EUR" },
      ...{
        source: "checkout",
        expiresAt: null,
        confirmedAt: null,
        cancelledAt: null,
        recipient: { name: "", email: "", isActive: true },
        tickets: [],
        isPaidOnline: false,
        payment: nothingPaid,
        event,
      },
    }),
  );
}
