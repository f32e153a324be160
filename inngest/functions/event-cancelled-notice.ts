import { inngest } from "@/inngest/client";
import { eventCancelled } from "@/inngest/events";
import { fanOut } from "@/inngest/fan-out";
import { WORK_RETRIES } from "@/inngest/retries";
import { bookingsToNotify } from "@/lib/email/due";

export const eventCancelledNotice = inngest.createFunction(
  { id: "event-cancelled-notice", triggers: [eventCancelled], retries: WORK_RETRIES },
  ({ event, step }) =>
    fanOut(step, async (page) =>
      (await bookingsToNotify(event.data.eventId, page)).map((bookingId) => ({
        bookingId,
        key: `event-cancelled:${bookingId}` as const,
      })),
    ),
);
