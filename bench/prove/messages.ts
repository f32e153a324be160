import { z } from "zod";

/** What a buyer asks an app process, and what it answers. */
export const question = z.object({ id: z.number(), userId: z.number(), idempotencyKey: z.string() });
/** `reference` of the booking where the code is BOOKED. */
export const answer = z.object({ id: z.number(), code: z.string(), reference: z.string().optional() });

export type Question = z.infer<typeof question>;
export type Answer = z.infer<typeof answer>;

/** What an app process is started with. */
export const setting = z.object({
  databaseUrl: z.string(),
  redis: z.object({ url: z.string(), token: z.string() }).nullable(),
  eventId: z.number(),
  ticketTypeCode: z.string(),
  hasLocks: z.boolean(),
});

export type Setting = z.infer<typeof setting>;
