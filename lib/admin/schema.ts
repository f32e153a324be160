import { z } from "zod";
import { slugSchema } from "@/lib/names/slug-from";
import { toStorableText, typedText } from "@/lib/text/typed-text";
import { accountButton } from "@/texts/admin";

export const reasonSchema = z.object({
  reason: typedText().min(3, accountButton.errors.reasonTooShort).max(300, accountButton.errors.reasonTooLong),
});

export const accountChangeSchema = reasonSchema.extend({ user: z.string().max(40) });

export const runSchema = z.object({ runId: z.string().overwrite(toStorableText).max(100) });
export const emailKeySchema = z.object({ key: z.string().overwrite(toStorableText).max(200) });
export const providerEventSchema = z.object({ id: z.string().overwrite(toStorableText).max(100) });
export const eventSchema = z.object({ slug: slugSchema });
