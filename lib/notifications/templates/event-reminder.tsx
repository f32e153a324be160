import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { BookingBox, CancellationNote } from "./booking-confirmed";
import { TicketList } from "./ticket-list";
import { bookedFooter } from "./wording";

export function eventReminder(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  const starts = formatInstant(event.startsAt, event.timeZone);
  return {
    subject: `Coming up: ${event.name}`,
    preheader: `${starts}, ${event.venue}. Your tickets are inside.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>See you soon</Title>
        <Paragraph>
          It starts <strong>{starts}</strong>. Here are your tickets again, for the door.
        </Paragraph>
        <BookingBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>View booking</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
