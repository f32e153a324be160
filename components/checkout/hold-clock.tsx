"use client";

import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Countdown } from "@/components/ui/countdown";
import { holdClock } from "@/texts/checkout";
import { useCheckoutHold } from "./hold-provider";

/** How long the tickets are still kept, and what became of them when the time is up. */
export function HoldClock({
  keptUntil,
  isOffer,
  tryAgain,
}: {
  /** The same instant in words, for who has hours and for who has no script. */
  keptUntil: string;
  /** Made by the waitlist, and no hold of the checkout. */
  isOffer: boolean;
  /** The event's page with the same tickets chosen. */
  tryAgain: string;
}) {
  const { until, isOver, isGone, check } = useCheckoutHold();
  // Why, the refusal beside the button says.
  if (isGone) {
    return <p className="rounded-control bg-sunken px-4 py-3">{holdClock.theseTicketsAreNoLonger}</p>;
  }
  if (isOver) {
    return (
      <Alert tone="warning" title={isOffer ? holdClock.theOfferHasRunOut : holdClock.yourHoldHasRunOut}>
        <p>
          {holdClock.theTicketsAreNotKept}{" "}
          <Link href={tryAgain as Route} prefetch={false} className="font-semibold underline">
            {holdClock.tryAgain}
          </Link>
          .
        </p>
      </Alert>
    );
  }
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control bg-accent-soft px-4 py-3">
      <p>{isOffer ? holdClock.itIsYourTurnThese(keptUntil) : holdClock.theseTicketsAreHeldFor}</p>
      {isOffer ? null : <p className="hidden noscript:block">{holdClock.until(keptUntil)}</p>}
      <p className="text-lg noscript:hidden">
        <Countdown until={until} onEnd={check} />
        {holdClock.left}
      </p>
    </div>
  );
}
