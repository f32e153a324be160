import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";
import { offerForm } from "@/texts/organizer-waitlist";

export const runWaitlistSchema = z.object({ slug: slugSchema });

const MAX_REASON_LENGTH = 300;

export const offerManuallySchema = z.object({
  slug: slugSchema,
  /** An opaque id. */
  entry: z.string().max(40),
  reason: typedText().min(3, offerForm.noReason).max(MAX_REASON_LENGTH, offerForm.longReason(MAX_REASON_LENGTH)),
});

export type OfferManuallyValues = z.input<typeof offerManuallySchema>;
