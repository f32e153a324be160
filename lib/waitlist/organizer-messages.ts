import type { ConvertResult, OfferManuallyResult } from "./results";

type RunSuccess = Extract<ConvertResult, { ok: true }>;
type OfferSuccess = Extract<OfferManuallyResult, { ok: true }>;
type Refusal = Extract<ConvertResult | OfferManuallyResult, { ok: false }>;

const formatNumber = (value: number) => value.toLocaleString("en-GB");
export const formatTickets = (count: number) => `${formatNumber(count)} ${count === 1 ? "ticket" : "tickets"}`;
export const formatPeople = (count: number) => `${formatNumber(count)} ${count === 1 ? "person" : "people"}`;

/** "3 tickets, only together": what somebody waits for. */
export function formatRequest({ quantity, acceptFewer }: { quantity: number; acceptFewer: boolean }): string {
  if (quantity === 1) return formatTickets(1);
  return `${formatTickets(quantity)}, ${acceptFewer ? "fewer is fine" : "only together"}`;
}

/** What a run did, in plain words. */
export function runMessageFor({ converted, offered, skipped, asked, releasedToPublic, more }: RunSuccess): string {
  const said = [
    converted > 0 ? `${formatPeople(converted)} got a booking.` : "",
    offered > 0 ? `${formatPeople(offered)} got an offer by mail.` : "",
    skipped > 0
      ? `${formatPeople(skipped)} near the front could not use what was left and ${skipped === 1 ? "keeps their place" : "keep their places"} in line.`
      : "",
    asked > 0
      ? `${formatPeople(asked)} ${asked === 1 ? "waits" : "wait"} for a ticket type that is no longer sold and ${asked === 1 ? "was" : "were"} asked what to do.`
      : "",
    releasedToPublic > 0 ? `${formatTickets(releasedToPublic)} that nobody in line could use went on public sale.` : "",
    more ? "The next run has begun by itself." : "",
  ].filter(Boolean);
  return (
    said.join(" ") ||
    "Nothing is free, so nobody was looked at. As soon as a ticket comes free, a run begins by itself."
  );
}

/** What an offer by hand did. */
export function offerMessageFor({ outcome, seats, asked, passedBy }: OfferSuccess): string {
  const what =
    outcome === "converted" ? `Booked: ${formatTickets(seats)}.` : `Offered by mail: ${formatTickets(seats)}.`;
  const fewer = seats < asked ? ` ${formatNumber(asked)} were asked for; no more were free.` : "";
  const passed =
    passedBy > 0 ? ` ${formatPeople(passedBy)} who joined earlier ${passedBy === 1 ? "was" : "were"} passed by.` : "";
  return `${what}${fewer}${passed}`;
}

const refusalMessages: { [Code in Refusal["code"]]: (refusal: Extract<Refusal, { code: Code }>) => string } = {
  BOOKING_IN_PROGRESS: () => "Your last request is still running. Give it a few seconds, then try again.",
  BUSY: () => "We could not get to it in time. Nothing was changed; try again in a moment.",
  UNKNOWN: () => "The answer took too long, so it may or may not be done. Reload the page to see.",
  EVENT_NOT_FOUND: () => "This event is not here any more.",
  EVENT_CLOSED: () => "Sales are not open, or the event has started: no tickets are handed out now.",
  NOT_WAITING: () => "They are not waiting any more: served or gone meanwhile. Nothing was changed.",
  ACCOUNT_CLOSED: () => "Their account was closed, so nobody would come. Nothing was changed.",
  HAS_BOOKING: () => "They hold a booking for this event already. Nothing was changed.",
  NOTHING_FREE: () => "Nothing is free. Raise the capacity, or wait until somebody cancels.",
  DOES_NOT_FIT: ({ reason }) => `It does not fit. ${reason}`,
};

export function refusalMessageFor<Code extends Refusal["code"]>(
  refusal: Extract<Refusal, { code: Code }> & { code: Code },
) {
  return refusalMessages[refusal.code](refusal);
}
