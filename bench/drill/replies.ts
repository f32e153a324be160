/** An answer over HTTP, or why there was none. */
export type Reply =
  | { status: number; redirectsTo: string | undefined; body: string }
  /** `cut`: the connection was refused or lost. `late`: no response within the timeout. */
  | "cut"
  | "late";

/** What a user saw, by a name that answers are counted by. */
export type Observation = { name: string; reference?: string };

export const HELD = "held";
export const BOOKED = "booked";

const GO_TO = /"goTo":"\/(checkout|bookings)\/([0-9A-Za-z]+)/;
const REFUSED = /"ok":false,"code":"([A-Z_]+)"/;

/** The result that a buyer's form showed. */
export function observeAsBuyer(reply: Reply): Observation {
  if (typeof reply === "string") return { name: noReplyNames[reply] };
  const { status, redirectsTo, body } = reply;
  // As the action that confirms answered once.
  const booked = /^\/bookings\/([0-9A-Za-z]+)/.exec(redirectsTo ?? "")?.[1];
  if (booked) return { name: BOOKED, reference: booked };
  if (redirectsTo?.startsWith("/sign-in")) return { name: "signed out" };
  if (status >= 400) return { name: String(status) };
  const [, where, reference] = GO_TO.exec(body) ?? [];
  if (reference) return { name: where === "bookings" ? BOOKED : HELD, reference };
  return { name: REFUSED.exec(body)?.[1] ?? `${status} without a result` };
}

/** What a page or a route handler answered; `/api/me` says null without a session. */
export function observeAsWatcher(reply: Reply): Observation {
  if (typeof reply === "string") return { name: noReplyNames[reply] };
  if (reply.status === 200 && reply.body === "null") return { name: "signed out" };
  return { name: String(reply.status) };
}

const noReplyNames = { cut: "no answer", late: "no answer in time" };
const inconclusiveNames = new Set(["BUSY", "UNKNOWN", "BOOKING_IN_PROGRESS", "TOO_MANY_REQUESTS", "signed out"]);

/** Whether it is conclusive for a buyer; otherwise they retry with the same key. */
export function isConclusive({ name }: Observation): boolean {
  return !inconclusiveNames.has(name) && !name.startsWith("no answer") && !/^\d/.test(name);
}
