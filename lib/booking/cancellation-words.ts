import { formatInstant } from "@/lib/time/format";
import { canCancel, cancellationDeadline } from "./cancellation-deadline";

/** What attendees are told about cancelling, the same in emails and on pages, and never more than `cancel` allows. */
export function cancellationWords(
  event: { startsAt: Date; cancellationCutoffHours: number; timeZone: string },
  now = new Date(),
): {
  isOpen: boolean;
  /** For who has a booking. */
  note: string;
  /** For who is about to make one. */
  terms: string;
} {
  const deadline = formatInstant(cancellationDeadline(event), event.timeZone);
  if (canCancel(event, now)) {
    return {
      isOpen: true,
      note: `You can cancel until ${deadline}.`,
      terms: `You can cancel until ${deadline}. After that the booking is binding.`,
    };
  }
  return {
    isOpen: false,
    note: `Cancelling closed on ${deadline}, so your booking is binding. If you can't come, please tell the organizer.`,
    terms: `Cancelling closed on ${deadline}, so the booking is binding as soon as you confirm it.`,
  };
}
