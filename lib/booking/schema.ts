import { z } from "zod";
import { eventSlug } from "@/lib/names/slug";
import { typedText } from "@/lib/text/typed-text";

const MOST_TICKETS = 200;
export const LONGEST_NAME = 120;

const ticketTypeCode = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/);
const bookingReference = z.string().regex(/^[0-9A-Za-z]{4,32}$/);

const holderName = typedText()
  .min(1, "Write the name of the person who will use this ticket.")
  .max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`);

export const reserveSchema = z.object({
  slug: eventSlug,
  /** Made by the browser for each attempt; a form that was sent without scripts has none. */
  idempotencyKey: z
    .string()
    .regex(/^[0-9A-Za-z-]{8,64}$/)
    .optional(),
  items: z.array(z.object({ ticketTypeCode, quantity: z.coerce.number().int().min(0).max(MOST_TICKETS) })).max(50),
});

/** What the attendees form holds; the action parses the same. */
export const holdersSchema = z.object({
  holders: z
    .array(z.object({ ticketTypeCode, name: holderName }))
    .min(1)
    .max(MOST_TICKETS),
  terms: z.boolean().refine((isAccepted) => isAccepted, "Please accept the terms to go on."),
});

export const confirmSchema = holdersSchema.extend({ reference: bookingReference });

export const bookingSchema = z.object({ reference: bookingReference });

export type HoldersInput = z.input<typeof holdersSchema>;
