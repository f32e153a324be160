import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";
import { cancelEventForm } from "@/texts/messages";

const { errors } = cancelEventForm;

export const REASON_MAX = 1_000;

const normalizeName = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** The form that cancels an event. Typing its name guards against accidents. */
export const cancelEventSchema = (eventName: string) =>
  z.object({
    reason: typedText()
      .min(1, errors.reasonRequired)
      .max(REASON_MAX, errors.reasonTooLong(REASON_MAX.toLocaleString("en-GB"))),
    eventName: z
      .string()
      .refine((typed) => normalizeName(typed) !== "", { error: errors.nameRequired, abort: true })
      .refine((typed) => normalizeName(typed) === normalizeName(eventName), errors.nameMismatch),
  });

/** Input of the action, before the event is known. */
export const cancelEventFields = z.object({ slug: z.string(), reason: z.string(), eventName: z.string() });

export const operationSchema = z.object({ slug: z.string(), operation: z.uuid() });
