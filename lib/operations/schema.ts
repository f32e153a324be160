import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

export const REASON_MAX = 1_000;

const normalizeName = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** The form that cancels an event. Its name is typed as the deliberate step: nobody does that by accident. */
export const cancelEventSchema = (eventName: string) =>
  z.object({
    reason: typedText()
      .min(1, "Say why: it goes into the mail.")
      .max(REASON_MAX, `Keep it under ${REASON_MAX} characters.`),
    eventName: z
      .string()
      .refine((typed) => normalizeName(typed) === normalizeName(eventName), "This is not the event’s name."),
  });

/** What its action takes, before it knows the event. */
export const cancelEventFields = z.object({ slug: z.string(), reason: z.string(), eventName: z.string() });

export const operationSchema = z.object({ slug: z.string(), operation: z.uuid() });
