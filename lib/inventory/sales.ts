import type { BatchRequest, EventRow, LoadedEventData, TicketTypeRow } from "./load";
import type { EventRefusal, SeatsRefusal } from "./results";

const DAY_MS = 86_400_000;

type EventDates = { startsAt: Date; endsAt: Date };

/** An event over several days, such as a festival or an exhibition, which people attend on any day. */
export function isMultiDay({ startsAt, endsAt }: EventDates): boolean {
  return endsAt.getTime() - startsAt.getTime() > DAY_MS;
}

/**
 * When sales, the waitlist and offers of an event end: at the organizer's end of sales. Default: the start, or the end of
 * an event over several days. Never after the end. Equivalent to `sellsUntilColumn`.
 */
export function sellsUntil(event: EventDates & { salesEndAt: Date | null }): Date {
  const { startsAt, endsAt, salesEndAt } = event;
  const end = salesEndAt ?? (isMultiDay(event) ? endsAt : startsAt);
  return new Date(Math.min(end.getTime(), endsAt.getTime()));
}

/** Whether the event has started and is not over. */
export function isOngoing({ startsAt, endsAt }: EventDates, now: Date): boolean {
  return startsAt <= now && now < endsAt;
}

/** Why the event does not sell at `now`; null where it does. A draft does not exist for the public. */
export function salesRefusal(event: EventRow, now: Date): EventRefusal | null {
  if (event.status === "draft") return { ok: false, code: "EVENT_NOT_FOUND" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (now >= event.endsAt) return { ok: false, code: "EVENT_ENDED" };
  const closedAt = sellsUntil(event);
  if (now >= closedAt) {
    return event.salesEndAt ? { ok: false, code: "SALES_CLOSED", closedAt } : { ok: false, code: "EVENT_STARTED" };
  }
  if (event.salesStartAt && now < event.salesStartAt) {
    return { ok: false, code: "SALES_NOT_STARTED", startsAt: event.salesStartAt };
  }
  return null;
}

export function isTypeOnSale(type: Pick<TicketTypeRow, "salesStartAt" | "salesEndAt">, now: Date) {
  return (!type.salesStartAt || now >= type.salesStartAt) && (!type.salesEndAt || now < type.salesEndAt);
}

/** Seats left of the type's quota; infinite without a quota. */
export function quotaLeft(type: Pick<TicketTypeRow, "quota" | "sold">) {
  return type.quota === null ? Number.POSITIVE_INFINITY : type.quota - type.sold;
}

/** How many seats of each ticket type. */
export type SeatsByType = Map<Readonly<TicketTypeRow>, number>;

/** Null where these seats are on public sale. */
export function seatsRefusal(event: EventRow, wanted: SeatsByType): SeatsRefusal | null {
  const { availableTickets, waitlistEnabled } = event;
  if (availableTickets === 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled };
  let seats = 0;
  for (const [type, quantity] of wanted) {
    const left = Math.min(quotaLeft(type), availableTickets);
    if (left <= 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: type.code, waitlistEnabled };
    if (left < quantity) {
      return { ok: false, code: "NOT_ENOUGH_LEFT", left, ticketTypeCode: type.code, waitlistEnabled };
    }
    seats += quantity;
  }
  if (availableTickets < seats) {
    return { ok: false, code: "NOT_ENOUGH_LEFT", left: availableTickets, ticketTypeCode: null, waitlistEnabled };
  }
  return null;
}

/** Bookings whose seats are free again, or would be once overdue holds are expired. */
export const findLateBookings = ({ bookings: read }: LoadedEventData, { id }: EventRow, now: Date) =>
  read.filter(
    ({ eventId, status, expiresAt }) =>
      eventId === id && (status === "expired" || (status === "pending" && expiresAt !== null && expiresAt <= now)),
  );

/** Whether requests for seats, or late confirmations, might find too few seats unless overdue holds are expired first. */
export function mightBeShort(
  row: EventRow,
  types: TicketTypeRow[],
  needs: BatchRequest[],
  late: LoadedEventData["bookings"],
) {
  const asked = new Map<string, number>();
  let seats = 0;
  for (const { ticketTypeCode, quantity } of needs.flatMap((need) => need.items ?? [])) {
    asked.set(ticketTypeCode, (asked.get(ticketTypeCode) ?? 0) + quantity);
    seats += quantity;
  }
  for (const booking of late) seats += booking.numberOfTickets;
  const lateOf = (typeId: number) =>
    late
      .flatMap(({ items }) => items)
      .reduce((sum, item) => sum + (item.ticketTypeId === typeId ? item.quantity : 0), 0);
  return (
    seats > row.availableTickets ||
    types.some((type) => (asked.get(type.code) ?? 0) + lateOf(type.id) > quotaLeft(type))
  );
}

type Cancellable = { startsAt: Date; cancellationCutoffHours: number };

/** Until when the owner may cancel a confirmed booking. */
export function cancellationDeadline(event: Cancellable) {
  return new Date(event.startsAt.getTime() - event.cancellationCutoffHours * 3_600_000);
}

/** Whether the owner of a confirmed booking may cancel it at `now`. */
export function canCancel(event: Cancellable, now: Date) {
  return now < cancellationDeadline(event);
}
