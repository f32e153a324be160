import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";
import { refundForm } from "@/texts/organizer-payments";

const MAX_NOTE_LENGTH = 500;

/** `from`: the page that shows the result without scripts; by default the booking's. */
export const bookingOfTeam = z.object({
  slug: slugSchema,
  reference: z.string().regex(/^[0-9A-Za-z]{4,32}$/),
  from: z.enum(["payments", "booking"]).catch("booking"),
});

const sealedId = z.string().max(40);

export const refundOfTeam = bookingOfTeam.extend({ refund: sealedId });

export const reviewFields = bookingOfTeam.extend({ payment: sealedId.optional(), refund: sealedId.optional() });

export const refundFields = bookingOfTeam.extend({
  /** Of the form, so that it refunds once, however often it is sent. */
  key: z.uuid(),
  how: z.enum(["all", "part"], refundForm.errors.how),
  /** All that was left when the form was shown. */
  left: z.coerce.number<string>().int().positive(),
  amount: typedText().max(40).optional(),
  note: typedText().min(1, refundForm.errors.note).max(MAX_NOTE_LENGTH, refundForm.errors.noteTooLong(MAX_NOTE_LENGTH)),
});
