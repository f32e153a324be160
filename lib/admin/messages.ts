import { failure } from "@/lib/requests/result";

const messages = {
  NOT_FOUND: "This is not here any more.",
  YOURSELF: "You cannot close your own account. Another superuser can.",
  ALREADY_SO: "Somebody else did this meanwhile.",
  ALREADY_SETTLED: "Somebody has looked after this run meanwhile.",
  MAIL_SETTLED: "This mail was sent meanwhile, or is being sent right now.",
  INNGEST_AWAY: "Inngest did not take it. Nothing is lost: it is tried again by itself every minute or so.",
  TOOK_TOO_LONG: "Counting took longer than ten seconds, so it was stopped. Run npm run audit:inventory instead.",
  BUSY: "The event is busy right now. Try again in a moment.",
  NOT_MENDED: "Nothing was mended: it does not differ any more, or more is taken than the capacity holds.",
} as const;

export const adminFailure = (code: keyof typeof messages) => failure(code, messages[code]);
