import type { EventForm, TicketTypeForm } from "./form";

const hasSameFields = (one: TicketTypeForm, other: TicketTypeForm) =>
  one.code === other.code &&
  one.name === other.name &&
  one.description === other.description &&
  one.price === other.price &&
  one.quota === other.quota &&
  one.salesStartAt === other.salesStartAt &&
  one.salesEndAt === other.salesEndAt;

/** The fields of a form, without its ticket types. */
export const plainFields = [
  "name",
  "summary",
  "category",
  "startsAt",
  "endsAt",
  "timeZone",
  "venue",
  "address",
  "city",
  "country",
  "description",
  "coverImage",
  "currency",
  "paymentMethod",
  "paymentMinutes",
  "capacity",
  "maxTicketsPerBooking",
  "holdMinutes",
  "cancellationCutoffHours",
  "waitlistEnabled",
  "waitingRoom",
  "salesStartAt",
  "salesEndAt",
] as const satisfies (keyof EventForm)[];

export type PlainField = (typeof plainFields)[number];

export function isSameTicketType(one: TicketTypeForm | undefined, other: TicketTypeForm | undefined) {
  return one && other ? hasSameFields(one, other) : one === other;
}

export function isSameForm(one: EventForm, other: EventForm) {
  return (
    plainFields.every((field) => one[field] === other[field]) &&
    one.ticketTypes.length === other.ticketTypes.length &&
    one.ticketTypes.every((type, index) => isSameTicketType(type, other.ticketTypes[index]))
  );
}
