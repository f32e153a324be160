import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";

export const runWaitlistSchema = z.object({ slug: slugSchema });

const MAX_REASON_LENGTH = 300;

export const offerManuallySchema = z.object({
  slug: slugSchema,
  /** Sealed. */
  entry: z.string().max(40),
  reason: typedText()
    .min(3, "Say in a few words why, for whoever asks later.")
    .max(MAX_REASON_LENGTH, `Use ${MAX_REASON_LENGTH} characters or fewer.`),
});

export type OfferManuallyValues = z.input<typeof offerManuallySchema>;
