import type { Message, RefusalCode } from "./messages";

/** It was done, and the browser is to go on there: in the place of this page where one step back must not lead to it. */
export type Reached = { ok: true; goTo: string; inPlace: boolean };

/** What a form shows when its action did not do what was asked. */
export type Refused = {
  ok: false;
  /** `INVALID`: the fields did not pass the schema. `UNREACHABLE`: no answer came back. */
  code: RefusalCode | "INVALID" | "UNREACHABLE";
  message: Message;
  /** Whether joining the waitlist is the way on. */
  offersWaitlist?: boolean;
  /** What is wrong with a field, by its name in the form. */
  fieldErrors?: Record<string, string>;
  /** What was typed, so that a form sent without scripts comes back filled in. */
  values?: Record<string, string>;
};

/** Said when the request got lost: it may or may not have arrived, and trying again is safe either way. */
export const unreachable: Refused = {
  ok: false,
  code: "UNREACHABLE",
  message: {
    title: "We could not reach Quorix",
    text: "Check your connection and try again. If the first try did arrive, you will not be booked twice.",
  },
};

/** Said at once where scripts run, and by the server where they do not. */
export const nothingChosen = {
  ok: false,
  code: "NO_TICKETS",
  message: { title: "Choose at least one ticket", text: "Set a quantity, then go on." },
} as const satisfies Refused;
