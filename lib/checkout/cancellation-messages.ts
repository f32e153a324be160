import { canCancel, cancellationDeadline } from "@/lib/inventory/sales";
import { formatInstant } from "@/lib/time/format";
import { cancellationPolicy } from "@/texts/booking-results";

type CancellableEvent = { startsAt: Date; cancellationCutoffHours: number; timeZone: string };

/** Whether and until when an attendee can cancel, by the rule that `cancel` enforces. The texts contain `{deadline}`. */
export function cancellationPolicyFor(event: CancellableEvent, now = new Date()) {
  const isOpen = canCancel(event, now);
  const { note, closedNote, terms, closedTerms } = cancellationPolicy;
  return {
    isOpen,
    deadline: cancellationDeadline(event),
    /** For attendees with a booking. */
    note: isOpen ? note : closedNote,
    /** For visitors who are about to book. */
    terms: isOpen ? terms : closedTerms,
  };
}

/** The same for emails, as plain text. */
export function cancellationMessagesFor(event: CancellableEvent, now = new Date()) {
  const { isOpen, deadline, note, terms } = cancellationPolicyFor(event, now);
  const fill = (text: string) => text.replace("{deadline}", formatInstant(deadline, event.timeZone));
  return {
    isOpen,
    /** Once cancellation is closed, an email only says what can still be done. */
    note: isOpen ? fill(note) : cancellationPolicy.letOrganizerKnow,
    terms: fill(terms),
  };
}
