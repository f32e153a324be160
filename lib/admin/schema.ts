import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { toStorableText, typedText } from "@/lib/text/typed-text";

export const reasonSchema = z.object({
  reason: typedText().min(3, "Say why, in a few words.").max(300, "Use 300 characters or fewer."),
});

/** Closing somebody's account, or opening it again. */
export const accountChangeSchema = reasonSchema.extend({ user: z.string().max(40) });

/** A background run, a mail, or an event, that something is done about. */
export const runSchema = z.object({ runId: z.string().overwrite(toStorableText).max(100) });
export const emailKeySchema = z.object({ key: z.string().overwrite(toStorableText).max(200) });
export const eventSchema = z.object({ slug: slugSchema });
