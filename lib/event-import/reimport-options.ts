import { z } from "zod";
import { settingErrors } from "@/texts/import-problems";
import { importLimits } from "./limits";

const slug = z.string().min(1).max(300);

const defaultReimportOptions = { updateDrafts: true, choices: {}, all: null, byKey: {} };

/** The organizer's answers about events that were imported before. */
export const reimportSchema = z
  .object({
    /** Drafts adopt the file's changes to fields that were not edited here. */
    updateDrafts: z.boolean(),
    /** The choice for a single event: skip it, or update the version that was shown and optionally notify attendees. */
    choices: z
      .record(
        slug,
        z.union([z.literal("leave"), z.object({ version: z.number().int().positive(), tell: z.boolean() })]),
      )
      .refine((choices) => Object.keys(choices).length <= importLimits.choices, settingErrors.tooManyChoices),
    /** The answer for all possible duplicates. */
    all: z.enum(["same", "new"]).nullable(),
    byKey: z
      .record(z.string().max(100), slug)
      .refine((answers) => Object.keys(answers).length <= importLimits.choices, settingErrors.tooManyChoices),
  })
  .default(defaultReimportOptions);

export type ReimportOptions = z.output<typeof reimportSchema>;

export const noReimportAnswers: ReimportOptions = defaultReimportOptions;
