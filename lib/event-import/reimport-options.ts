import { z } from "zod";
import { importLimits } from "./limits";

const slug = z.string().min(1).max(300);

const defaultReimportOptions = { updateDrafts: true, choices: {}, all: null, byKey: {} };

/** What the organizer says about events that were imported before. */
export const reimportSchema = z
  .object({
    /** Drafts take what the file changed, and nobody has changed here. */
    updateDrafts: z.boolean(),
    /** One event for itself: left as it is, or changed as it was shown; and those who booked are told. */
    choices: z
      .record(
        slug,
        z.union([z.literal("leave"), z.object({ version: z.number().int().positive(), tell: z.boolean() })]),
      )
      .refine(
        (choices) => Object.keys(choices).length <= importLimits.choices,
        "Too many events were chosen one by one.",
      ),
    /** Whether what looks like an event that is here is that one. */
    all: z.enum(["same", "new"]).nullable(),
    byKey: z
      .record(z.string().max(100), slug)
      .refine(
        (answers) => Object.keys(answers).length <= importLimits.choices,
        "Too many events were answered one by one.",
      ),
  })
  .default(defaultReimportOptions);

export type ReimportOptions = z.output<typeof reimportSchema>;

/** Before anything was said. */
export const noReimportAnswers: ReimportOptions = defaultReimportOptions;
