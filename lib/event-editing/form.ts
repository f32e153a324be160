import { z } from "zod";
import { coverKey } from "@/lib/media/cover-key";
import { toStorableText } from "@/lib/text/typed-text";

const MAX_FIELD_LENGTH = 50_000;
export const MAX_TICKET_TYPES = 40;

/** How an event's tickets are paid for. */
const paymentMethods = ["venue", "online"] as const;

const DEFAULT_PAYMENT_MINUTES = "15";

const textField = z.string().max(MAX_FIELD_LENGTH).overwrite(toStorableText);
const flag = z.boolean();

export const ticketTypeFields = z.object({
  /** Created in the browser, so that types that two organizers add at once have different codes. */
  code: z.string().regex(/^[0-9A-Za-z_-]{1,32}$/),
  name: textField,
  description: textField,
  /** "12.50", in the event's currency. */
  price: textField,
  /** Empty: only the event's capacity limits it. */
  quota: textField,
  salesStartAt: textField,
  salesEndAt: textField,
});

/**
 * The editor's values as typed, valid or not; drafts are stored like this. Times are wall-clock times in `timeZone`,
 * `2026-12-01T19:30`, with an offset appended where that time occurs twice.
 */
export const draftFormSchema = z.object({
  name: textField,
  summary: textField,
  category: textField,
  timeZone: textField,
  startsAt: textField,
  endsAt: textField,
  venue: textField,
  address: textField,
  city: textField,
  country: textField,
  description: textField,
  /** The key of a cover; anything else counts as no cover. */
  coverImage: coverKey.nullable().catch(null),
  currency: textField,
  paymentMethod: z.enum(paymentMethods).catch("venue"),
  paymentMinutes: textField.catch(DEFAULT_PAYMENT_MINUTES),
  ticketTypes: z.array(ticketTypeFields).max(MAX_TICKET_TYPES),
  capacity: textField,
  maxTicketsPerBooking: textField,
  holdMinutes: textField,
  cancellationCutoffHours: textField,
  waitlistEnabled: flag,
  waitingRoom: flag,
  salesStartAt: textField,
  salesEndAt: textField,
});

export type EventForm = z.output<typeof draftFormSchema>;
export type TicketTypeForm = EventForm["ticketTypes"][number];

export function emptyEventForm(defaults: Partial<EventForm> = {}): EventForm {
  return {
    name: "",
    summary: "",
    category: "",
    timeZone: "UTC",
    startsAt: "",
    endsAt: "",
    venue: "",
    address: "",
    city: "",
    country: "",
    description: "",
    coverImage: null,
    currency: "EUR",
    paymentMethod: "venue",
    paymentMinutes: DEFAULT_PAYMENT_MINUTES,
    ticketTypes: [],
    capacity: "",
    maxTicketsPerBooking: "10",
    holdMinutes: "10",
    cancellationCutoffHours: "24",
    waitlistEnabled: true,
    waitingRoom: false,
    salesStartAt: "",
    salesEndAt: "",
    ...defaults,
  };
}

export function emptyTicketType(code: string): TicketTypeForm {
  return { code, name: "", description: "", price: "", quota: "", salesStartAt: "", salesEndAt: "" };
}

/** The id of a field's control. It holds the slug, as the router keeps earlier editors in the document. */
export function fieldId(slug: string | null, name: string) {
  return `${slug ?? "new"}-${name}`;
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code for a new ticket type, as lib/inventory/codes creates them, but also usable in browsers. */
export function createTicketTypeCode(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => ALPHABET[byte & 31]).join("");
}
