import { toBuffer } from "qrcode";
import type { EmailAttachment } from "@/lib/email/email";
import { toFileName } from "@/lib/names/file-name";
import { siteUrl } from "@/lib/site-url";
import { calendarFile, calendarMethod } from "@/lib/tickets/calendar";
import type { BookingEmailData } from "./queries/email-data";
import { qrCid } from "./templates/ticket-list";

/** The event for the attendee's calendar. A later file replaces or removes an earlier one. */
export function createCalendarAttachment({ event, ...booking }: BookingEmailData): EmailAttachment {
  const cancelled = booking.status === "cancelled" || event.status === "cancelled";
  const { slug, name, summary, startsAt, endsAt, updatedAt, venue, address, city } = event;
  return {
    filename: toFileName(slug, ".ics"),
    content: calendarFile({
      ...{ slug, name, summary, startsAt, endsAt, updatedAt, venue, address, city },
      url: siteUrl(`/events/${slug}`),
      bookingChangedAt: booking.cancelledAt ?? booking.confirmedAt,
      cancelled,
    }),
    contentType: `text/calendar; charset=utf-8; method=${calendarMethod({ cancelled })}`,
  };
}

/** One QR image per ticket, in the order of `TicketList`. */
export function createQrAttachments(tickets: BookingEmailData["tickets"]): Promise<EmailAttachment[]> {
  return Promise.all(
    tickets.map(async ({ qrText }, index) => ({
      filename: `ticket-${index + 1}.png`,
      // Twice the displayed size, with the white border that scanners need on a dark background.
      content: await toBuffer(qrText, { width: 232, margin: 2, errorCorrectionLevel: "M" }),
      contentType: "image/png",
      cid: qrCid(index),
    })),
  );
}
