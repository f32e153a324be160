import { z } from "zod";
import type { ActionResult, TypedValues } from "@/lib/requests/result";
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

const slug = z.string();
const message = messageSchema.extend({ slug });
const intents = ["write", "test", "send", "review"] as const;

/** The form and the button that was pressed. */
export const composeSchema = z.discriminatedUnion("intent", [
  z.object({ slug, intent: z.literal("write") }),
  message.extend({ intent: z.literal("test") }),
  message.extend({ intent: z.literal("send") }),
  message.extend({ intent: z.literal("review") }),
]);

export function readComposeForm(form: FormData) {
  const fields = Object.fromEntries(form);
  const intent = intents.find((one) => one === fields.intent) ?? "review";
  return { ...fields, intent, replies: fields.replies === "on" };
}

/** What was typed into the form. */
export function toMessageValues({ id = "", to = "", subject = "", body = "", replies }: TypedValues): MessageValues {
  return { id, to, subject, body, replies: replies === "on" };
}

const review = z.object({
  audience: z.string(),
  people: z.number(),
  optedOut: z.number(),
  subject: z.string(),
  html: z.string(),
});

/** What a success says: where a test went, or what is about to be sent, to be looked at before it is. */
export const composeResultShape = { testedBy: z.string().optional(), review: review.optional() };

export type MessageReview = z.output<typeof review>;
export type ComposeResult = ActionResult<{ testedBy?: string | undefined; review?: MessageReview | undefined }>;
