import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

const MOST_PER_MINUTE = 60_000;

const rateProblem = `Write a whole number from 1 to ${MOST_PER_MINUTE.toLocaleString("en")}.`;

export const steerSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["pause", "go-on"]), slug: z.string() }),
  z.object({
    intent: z.literal("rate"),
    slug: z.string(),
    perMinute: typedText()
      .refine((text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= MOST_PER_MINUTE, rateProblem)
      .transform(Number),
  }),
]);
