import { z } from "zod";
import { eventSlug } from "@/lib/names/slug";
import { storable, typedText } from "@/lib/text/typed-text";

export const reasonSchema = z.object({
  reason: typedText().min(3, "Say why, in a few words.").max(300, "Use 300 characters or fewer."),
});

/** Closing somebody's account, or opening it again. */
export const accountChangeSchema = reasonSchema.extend({ user: z.string().max(40) });

/** A background run, a mail, or an event, that something is done about. */
export const runSchema = z.object({ runId: z.string().overwrite(storable).max(100) });
export const mailSchema = z.object({ key: z.string().overwrite(storable).max(200) });
export const eventSchema = z.object({ slug: eventSlug });
