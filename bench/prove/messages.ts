import { z } from "zod";

/** A buyer's request to an app process, and its answer. */
export const processRequestSchema = z.object({ id: z.number(), userId: z.number(), idempotencyKey: z.string() });
/** `reference` of the booking where the code is BOOKED. */
export const processReplySchema = z.object({ id: z.number(), code: z.string(), reference: z.string().optional() });

export type ProcessRequest = z.infer<typeof processRequestSchema>;
export type ProcessReply = z.infer<typeof processReplySchema>;

/** The settings of an app process. */
export const processSettingsSchema = z.object({
  databaseUrl: z.string(),
  redis: z.object({ url: z.string(), token: z.string() }).nullable(),
  eventId: z.number(),
  ticketTypeCode: z.string(),
  hasLocks: z.boolean(),
});

export type ProcessSettings = z.infer<typeof processSettingsSchema>;
