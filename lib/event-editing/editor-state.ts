import { z } from "zod";
import { saveAnswerSchema } from "./answers";
import { draftFormSchema } from "./form";

export const editorStateSchema = z.object({
  form: draftFormSchema.optional(),
  version: z.number().optional(),
  answer: saveAnswerSchema.optional(),
});

/** What a posted form comes back with, where no script has kept it. */
export type EditorState = z.output<typeof editorStateSchema>;
