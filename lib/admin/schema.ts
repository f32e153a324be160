import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

export const reasonSchema = z.object({
  reason: typedText().min(3, "Say why, in a few words.").max(300, "Use 300 characters or fewer."),
});

/** Closing somebody's account, or opening it again. */
export const accountChangeSchema = reasonSchema.extend({ user: z.string().max(40) });
