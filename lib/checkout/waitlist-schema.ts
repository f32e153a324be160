import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";

export const leaveSchema = z.object({ slug: slugSchema });

export const joinSchema = leaveSchema.extend({
  quantity: z.coerce.number().int().min(1).max(200),
  acceptFewer: z.boolean(),
  /** Null for any type. */
  ticketTypeCode: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,32}$/)
    .nullable(),
});

export const updateEntrySchema = joinSchema.pick({ slug: true, ticketTypeCode: true });

/** The fields of the waitlist form in the shape of `joinSchema`. */
export function readJoinFields(formData: FormData) {
  return {
    slug: formData.get("slug"),
    quantity: formData.get("quantity"),
    acceptFewer: formData.get("acceptFewer") === "on",
    ticketTypeCode: formData.get("ticketTypeCode") || null,
  };
}
