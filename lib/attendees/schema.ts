import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";

const MAX_NAME_LENGTH = 120;
const MAX_TICKETS = 100;
/** How many mails one press of a button sends again. */
const MAX_RESENT = 50;

const bookingReference = z.string().regex(/^[0-9A-Za-z]{4,32}$/);
const ticketCode = z.string().regex(/^[0-9A-Za-z]{4,32}$/);
const ticketTypeCode = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/, "Choose a ticket type.");

const personName = typedText()
  .min(1, "Write the name.")
  .max(MAX_NAME_LENGTH, `Use at most ${MAX_NAME_LENGTH} characters.`);

const emailAddress = typedText()
  .toLowerCase()
  .max(254, "That address is too long.")
  .pipe(z.email("Enter an email address, like ada@example.com."));

export const guestSchema = z.object({
  name: personName,
  email: emailAddress,
  ticketTypeCode,
  quantity: z.coerce
    .number<number | string>("Write how many.")
    .int("Write a whole number.")
    .min(1, "At least one ticket.")
    .max(MAX_TICKETS, `At most ${MAX_TICKETS} tickets in one booking.`),
  isFree: z.boolean(),
  sendsMail: z.boolean(),
});

export const holderSchema = z.object({
  name: personName,
  /** Empty: none. */
  email: z.union([z.literal("").transform(() => null), emailAddress]),
});

export const cancelSchema = z.object({
  reason: typedText().max(500, "Use at most 500 characters."),
});

export const ticketTypeChangeSchema = z.object({
  ticketCodes: z
    .array(ticketCode)
    .min(1, "Choose at least one ticket.")
    .max(MAX_TICKETS * 2),
  to: ticketTypeCode,
});

export type GuestInput = z.input<typeof guestSchema>;
export type HolderInput = z.input<typeof holderSchema>;
export type CancelInput = z.input<typeof cancelSchema>;
export type TicketTypeChangeInput = z.input<typeof ticketTypeChangeSchema>;

const slug = slugSchema;

/** What the actions take: what is typed, with the event and what it is about. */
export const guestFields = guestSchema.extend({ slug, idempotencyKey: z.string().regex(/^[0-9A-Za-z-]{8,64}$/) });
export const holderFields = holderSchema.extend({ slug, ticketCode });
export const bookingFields = z.object({ slug, reference: bookingReference });
export const cancelFields = cancelSchema.extend(bookingFields.shape);
export const ticketTypeChangeFields = ticketTypeChangeSchema.extend(bookingFields.shape);
export const resendFields = z.object({ slug, references: z.array(bookingReference).min(1).max(MAX_RESENT) });
