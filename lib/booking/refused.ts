import "server-only";
import type { z } from "zod";
import type { Refused } from "./answers";
import { type MessageContext, messageFor } from "./messages";

type Refusal = Parameters<typeof messageFor>[0];

/** The answer of a form whose request was understood and refused. */
export function refused(refusal: Refusal, context: MessageContext): Refused {
  const offersWaitlist = "waitlistEnabled" in refusal && refusal.waitlistEnabled;
  return { ok: false, code: refusal.code, message: messageFor(refusal, context), offersWaitlist };
}

/** The answer of a form whose fields did not pass. */
export function invalid(title: string, error: z.ZodError): Refused {
  const fieldErrors = Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
  return {
    ok: false,
    code: "INVALID",
    message: { title, text: "Look at the fields marked below; nothing was lost. If none is, reload the page." },
    fieldErrors,
  };
}
