import { z } from "zod";
import type { MessageValues } from "./schema";

export type MessageErrors = Partial<Record<keyof MessageValues, string>>;

const text = z.string();
const values = z.object({ id: text, to: text, subject: text, body: text, replies: z.boolean() });

export const composeStateSchema = z.object({
  values,
  errors: z.partialRecord(z.keyof(values), text).optional(),
  /** Why nothing was done. */
  refusal: text.optional(),
  /** The address a test went to. */
  testedBy: text.optional(),
  /** What is about to be sent, to be looked at before it is. */
  review: z.object({ audience: text, people: z.number(), optedOut: z.number(), subject: text, html: text }).optional(),
});

/** Where writing a message stands: what its form was answered, and what it holds. */
export type ComposeState = z.output<typeof composeStateSchema>;
