import { z } from "zod";
import { quantityField } from "@/lib/booking/choice";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";
import { invalidInput } from "@/texts/booking-results";

const MAX_TICKETS = 200;
export const MAX_HOLDER_NAME_LENGTH = 120;

const ticketTypeCode = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/);
const bookingReference = z.string().regex(/^[0-9A-Za-z]{4,32}$/);

const holderName = typedText()
  .min(1, invalidInput.holderName)
  .max(MAX_HOLDER_NAME_LENGTH, invalidInput.holderNameTooLong(MAX_HOLDER_NAME_LENGTH));

export const reserveSchema = z.object({
  slug: slugSchema,
  /** Made by the browser for each attempt; a form sent without scripts has none. */
  idempotencyKey: z
    .string()
    .regex(/^[0-9A-Za-z-]{8,64}$/)
    .optional(),
  items: z
    .array(z.object({ ticketTypeCode, quantity: z.coerce.number().int().min(0).max(MAX_TICKETS) }))
    .max(50)
    .transform((items) => items.filter(({ quantity }) => quantity > 0)),
});

const QUANTITY_PREFIX = quantityField("");

/** The fields of the ticket panel in the shape of `reserveSchema`. */
export function readReserveFields(formData: FormData) {
  const items = Array.from(formData)
    .filter(([name]) => name.startsWith(QUANTITY_PREFIX))
    .map(([name, quantity]) => ({ ticketTypeCode: name.slice(QUANTITY_PREFIX.length), quantity }));
  return {
    slug: formData.get("slug"),
    idempotencyKey: formData.get("idempotencyKey") ?? undefined,
    items,
  };
}

/** The attendees form, validated in the browser; the action validates the same fields. */
export const holdersSchema = z.object({
  holders: z
    .array(z.object({ ticketTypeCode, name: holderName }))
    .min(1)
    .max(MAX_TICKETS),
  terms: z.boolean().refine((isAccepted) => isAccepted, invalidInput.terms),
});

export const confirmSchema = holdersSchema.extend({ reference: bookingReference });

const HOLDER_FIELD = /^holders\.(\d{1,3})\.(name|ticketTypeCode)$/;

/** The fields of the attendees form in the shape of `confirmSchema`. */
export function readConfirmFields(formData: FormData) {
  const holders: Record<string, FormDataEntryValue>[] = [];
  for (const [field, value] of formData) {
    const [, index, key] = HOLDER_FIELD.exec(field) ?? [];
    if (index === undefined || key === undefined) continue;
    holders[Number(index)] = { ...holders[Number(index)], [key]: value };
  }
  return {
    reference: formData.get("reference"),
    holders: holders.filter(Boolean),
    terms: formData.get("terms") === "on",
  };
}

export const bookingReferenceSchema = z.object({ reference: bookingReference });

export type HoldersInput = z.input<typeof holdersSchema>;
