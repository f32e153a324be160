import { toBuffer } from "qrcode";
import { calendarFile } from "@/lib/tickets/calendar";
import { link } from "./link";
import type { MailAttachment } from "./mail";
import type { BookingFacts, EventFacts } from "./queries";
import { qrCid } from "./templates/ticket-list";

/** The event for the attendee's calendar; a later one, changed or cancelled, replaces it there. */
export function calendarAttachment(event: EventFacts): MailAttachment {
  const { slug, name, summary, startsAt, endsAt, updatedAt, venue, address, city } = event;
  return {
    filename: `${slug}.ics`,
    content: calendarFile({
      ...{ slug, name, summary, startsAt, endsAt, updatedAt, venue, address, city },
      url: link(`/events/${slug}`),
      cancelled: event.status === "cancelled",
    }),
    contentType: "text/calendar; charset=utf-8; method=PUBLISH",
  };
}

/** One QR image per ticket, in the order of the ticket list that shows them. */
export function qrAttachments(tickets: BookingFacts["tickets"]): Promise<MailAttachment[]> {
  return Promise.all(
    tickets.map(async ({ qrText }, index) => ({
      filename: `ticket-${index + 1}.png`,
      // Twice the shown size, with the white border that a scanner needs on a dark background.
      content: await toBuffer(qrText, { width: 232, margin: 2, errorCorrectionLevel: "M" }),
      contentType: "image/png",
      cid: qrCid(index),
    })),
  );
}
