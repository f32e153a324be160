import { z } from "zod";
import type { ActionResult, TypedValues } from "@/lib/requests/result";
import { typedText } from "@/lib/text/typed-text";
import { messageErrors } from "@/texts/messages";

export const SUBJECT_MAX = 150;
export const BODY_MAX = 10_000;

/** An organizer's message as its form sends it. */
export const messageSchema = z.object({
  /** Generated with the page, so that submitting twice sends one message. */
  id: z.uuid(),
  to: z.string().min(1, messageErrors.audienceRequired),
  subject: typedText()
    .min(1, messageErrors.subjectRequired)
    .max(SUBJECT_MAX, messageErrors.subjectTooLong(`${SUBJECT_MAX}`)),
  body: typedText()
    .min(1, messageErrors.bodyRequired)
    .max(BODY_MAX, messageErrors.bodyTooLong(BODY_MAX.toLocaleString("en-GB"))),
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

/** The result of a test (`testedBy`: its address) or of a review. */
export const composeResultShape = { testedBy: z.string().optional(), review: review.optional() };

export type MessageReview = z.output<typeof review>;
export type ComposeResult = ActionResult<{ testedBy?: string | undefined; review?: MessageReview | undefined }>;
