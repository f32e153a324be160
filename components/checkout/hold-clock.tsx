"use client";

import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { Alert } from "@/components/ui/alert";
import { Countdown } from "@/components/ui/countdown";
import { RichText } from "@/components/ui/rich-text";
import { holdClock } from "@/texts/checkout";
import { useCheckoutHold } from "./hold-provider";

/** How long the tickets are still held, and what to do once the hold has expired. */
export function HoldClock({
  expiresAt,
  timeZone,
  isOffer,
  tickets,
  canConfirmLate,
  tryAgain,
}: {
  /** By the server's clock: for offers, which last hours, and for pages without scripts. */
  expiresAt: Date;
  timeZone: string;
  /** Made by the waitlist, not by the visitor. */
  isOffer: boolean;
  tickets: number;
  /** Whether it can still be confirmed afterwards, while its tickets are available. */
  canConfirmLate: boolean;
  /** The event's page with the same tickets chosen. */
  tryAgain: string;
}) {
  const { until, isOver, isGone, check } = useCheckoutHold();
  // The refusal beside the button says why.
  if (isGone) {
    return <p className="rounded-control bg-sunken px-4 py-3">{holdClock.gone(tickets)}</p>;
  }
  if (isOver) {
    const link = (
      <Link href={tryAgain as Route} prefetch={false} className="font-semibold underline">
        {holdClock.tryAgain}
      </Link>
    );
    return (
      <Alert tone="warning" title={isOffer ? holdClock.offerExpiredTitle : holdClock.expiredTitle}>
        <p>
          <RichText
            text={canConfirmLate ? holdClock.expiredText(tickets) : holdClock.expiredPaidText(tickets)}
            values={{ tryAgain: link }}
          />
        </p>
      </Alert>
    );
  }
  const date = <DateTime start={expiresAt} timeZone={timeZone} />;
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control bg-accent-soft px-4 py-3">
      <p>
        {isOffer ? (
          <RichText text={holdClock.offer(tickets)} values={{ until: date }} />
        ) : (
          <span>{holdClock.held(tickets)}</span>
        )}
      </p>
      {isOffer ? null : (
        <p className="hidden noscript:block">
          <RichText text={holdClock.until} values={{ until: date }} />
        </p>
      )}
      <p className="text-lg noscript:hidden">
        <RichText text={holdClock.timeLeft} values={{ time: <Countdown until={until} onEnd={check} /> }} />
      </p>
    </div>
  );
}
