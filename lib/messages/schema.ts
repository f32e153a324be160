import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

export const SUBJECT_MAX = 150;
export const BODY_MAX = 10_000;

/** An organizer's message as its form sends it. */
export const messageSchema = z.object({
  /** Made with the page, so that a form sent twice is one message. */
  id: z.uuid(),
  to: z.string().min(1, "Choose who it is for."),
  subject: typedText()
    .min(1, "A mail needs a subject.")
    .max(SUBJECT_MAX, `Keep the subject under ${SUBJECT_MAX} characters.`),
  body: typedText()
    .min(1, "There is nothing written yet.")
    .max(BODY_MAX, `Keep it under ${BODY_MAX.toLocaleString("en-GB")} characters.`),
  replies: z.boolean(),
});

export type MessageValues = z.input<typeof messageSchema>;
