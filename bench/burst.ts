import { z } from "zod";

/** Messages to the processes of buyers, and their answers. */
export const burstOrderSchema = z.object({
  eventId: z.number(),
  ticketTypeCode: z.string(),
  /** Each buyer who got an answer is followed by the next of these. */
  people: z.object({ first: z.number(), count: z.number() }),
  /** How many press Reserve at the same time. */
  buyers: z.number(),
  warmUpMs: z.number(),
  measuredMs: z.number(),
});

export const burstOutcomeSchema = z.object({
  /** Bookings acknowledged at all, warm-up and end included. */
  booked: z.number(),
  /** Counts of other answers, by code. */
  refused: z.record(z.string(), z.number()),
  /** Warnings logged, such as about a lock that Redis did not answer in time. */
  warnings: z.number(),
  /** Milliseconds from pressing Reserve to the booking, for those within the measured time. */
  waits: z.array(z.number()),
});

export type BurstOrder = z.infer<typeof burstOrderSchema>;
export type BurstOutcome = z.infer<typeof burstOutcomeSchema>;
