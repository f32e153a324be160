import { z } from "zod";
import { eventSlug } from "@/lib/names/slug";
import { typedText } from "@/lib/text/typed-text";

export const runSchema = z.object({ slug: eventSlug });

const MAX_REASON = 300;

export const offerSchema = z.object({
  slug: eventSlug,
  /** Sealed. */
  entry: z.string().max(40),
  reason: typedText()
    .min(3, "Say in a few words why, for whoever asks later.")
    .max(MAX_REASON, `Use ${MAX_REASON} characters or fewer.`),
});

export type Offer = z.input<typeof offerSchema>;
