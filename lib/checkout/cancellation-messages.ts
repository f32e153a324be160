import { canCancel, cancellationDeadline } from "@/lib/inventory/sales";
import { formatInstant } from "@/lib/time/format";

const TELL_THE_ORGANIZER = "If you can't come, please tell the organizer.";

/** Why whoever was let in, or came with somebody who was, cannot cancel. */
export const checkedInMessage = `Somebody was checked in with a ticket of this booking, so it can't be cancelled any more. ${TELL_THE_ORGANIZER}`;

/** What attendees are told about cancelling, the same in emails and on pages, and never more than `cancel` allows. */
export function cancellationMessagesFor(
  event: { startsAt: Date; cancellationCutoffHours: number; timeZone: string },
  now = new Date(),
): {
  isOpen: boolean;
  /** For who has a booking. */
  note: string;
  /** The same in an email, which says only what can be done. */
  way: string;
  /** For who is about to make one. */
  terms: string;
} {
  const deadline = formatInstant(cancellationDeadline(event), event.timeZone);
  if (canCancel(event, now)) {
    const note = `You can cancel until ${deadline}.`;
    return {
      isOpen: true,
      note,
      way: note,
      terms: `You can cancel until ${deadline}. After that the booking is binding.`,
    };
  }
  return {
    isOpen: false,
    note: `This booking could be cancelled until ${deadline}. ${TELL_THE_ORGANIZER}`,
    way: TELL_THE_ORGANIZER,
    terms: `Cancelling closed on ${deadline}, so the booking is binding as soon as you confirm it.`,
  };
}
