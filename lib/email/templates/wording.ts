import type { EventFacts } from "@/lib/email/queries";

/** "1 ticket", "3 tickets". */
export const seats = (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`);

export function cancellationDeadline(event: EventFacts) {
  return new Date(event.startsAt.getTime() - event.cancellationCutoffHours * 3_600_000);
}

export const bookedFooter = (reference: string) =>
  `You get this mail because you booked with Quorix. Booking ${reference}.`;

export const waitlistFooter = "You get this mail because you joined a waitlist on Quorix.";
