import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";
import { attendeeFields as texts } from "@/texts/attendees";

const MAX_NAME_LENGTH = 120;
const MAX_TICKETS = 100;
const MAX_REASON_LENGTH = 500;
const MAX_RESENT = 50;

const bookingReference = z.string().regex(/^[0-9A-Za-z]{4,32}$/);
const ticketCode = z.string().regex(/^[0-9A-Za-z]{4,32}$/);
const ticketTypeCode = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/, texts.noTicketType);

const personName = typedText().min(1, texts.noName).max(MAX_NAME_LENGTH, texts.tooLong(MAX_NAME_LENGTH));

const emailAddress = typedText().toLowerCase().max(254, texts.longEmail).pipe(z.email(texts.badEmail));

export const guestSchema = z.object({
  name: personName,
  email: emailAddress,
  ticketTypeCode,
  quantity: z.coerce
    .number<number | string>(texts.noQuantity)
    .int(texts.notWhole)
    .min(1, texts.tooFew)
    .max(MAX_TICKETS, texts.tooMany(MAX_TICKETS)),
  isFree: z.boolean(),
  sendsMail: z.boolean(),
});

export const holderSchema = z.object({
  name: personName,
  /** Empty: none. */
  email: z.union([z.literal("").transform(() => null), emailAddress]),
});

export const cancelSchema = z.object({
  reason: typedText().max(MAX_REASON_LENGTH, texts.tooLong(MAX_REASON_LENGTH)),
});

export const ticketTypeChangeSchema = z.object({
  ticketCodes: z
    .array(ticketCode)
    .min(1, texts.noTickets)
    .max(MAX_TICKETS * 2),
  to: ticketTypeCode,
});

export type GuestInput = z.input<typeof guestSchema>;
export type HolderInput = z.input<typeof holderSchema>;
export type CancelInput = z.input<typeof cancelSchema>;
export type TicketTypeChangeInput = z.input<typeof ticketTypeChangeSchema>;

const slug = slugSchema;

/** The input of the actions: the form fields, with the event and the booking or ticket. */
export const guestFields = guestSchema.extend({ slug, idempotencyKey: z.string().regex(/^[0-9A-Za-z-]{8,64}$/) });
export const holderFields = holderSchema.extend({ slug, ticketCode });
export const bookingFields = z.object({ slug, reference: bookingReference });
export const cancelFields = cancelSchema.extend(bookingFields.shape);
export const ticketTypeChangeFields = ticketTypeChangeSchema.extend(bookingFields.shape);
export const resendFields = z.object({ slug, references: z.array(bookingReference).min(1).max(MAX_RESENT) });
