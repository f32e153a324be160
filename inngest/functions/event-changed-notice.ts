import { inngest } from "@/inngest/client";
import { eventChanged } from "@/inngest/events";
import { fanOut } from "@/inngest/fan-out";
import { WORK_RETRIES } from "@/inngest/retries";
import { bookingsToNotify, eventVersion } from "@/lib/email/due";

export const eventChangedNotice = inngest.createFunction(
  { id: "event-changed-notice", triggers: [eventChanged], retries: WORK_RETRIES },
  async ({ event, step }) => {
    const { eventId } = event.data;
    // An organizer who saves three times in a row made one change, as far as those who booked are concerned.
    await step.sleep("let-edits-settle", "2m");
    const version = await step.run("read-version", () => eventVersion(eventId));
    if (version === null) return { mails: 0 };
    return fanOut(step, async (page) =>
      (await bookingsToNotify(eventId, page)).map((bookingId) => ({
        bookingId,
        key: `event-changed:${bookingId}:${version}` as const,
      })),
    );
  },
);
