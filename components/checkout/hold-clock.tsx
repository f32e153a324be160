"use client";

import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Countdown } from "@/components/ui/countdown";
import { useHold } from "./use-hold";

/** How long the tickets are still kept, and what became of them when the time is up. */
export function HoldClock({
  reference,
  expiresAt,
  offerUntil,
  tryAgain,
}: {
  reference: string;
  expiresAt: string;
  /** The end of a waitlist offer in words; null for a hold of the checkout. */
  offerUntil: string | null;
  /** The event's page with the same tickets chosen. */
  tryAgain: string;
}) {
  const { until, isOver, check } = useHold(reference, expiresAt);
  if (isOver) {
    return (
      <Alert tone="warning" title={offerUntil ? "The offer has run out" : "Your hold has run out"}>
        <p>
          The tickets are not kept for you any more. If nobody has taken them yet, you can still confirm below;
          otherwise{" "}
          <Link href={tryAgain as Route} prefetch={false} className="font-semibold underline">
            try again
          </Link>
          .
        </p>
      </Alert>
    );
  }
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control bg-accent-soft px-4 py-3">
      <p>
        {offerUntil
          ? `It is your turn. These tickets are kept for you until ${offerUntil}.`
          : "These tickets are held for you."}
      </p>
      <p className="text-lg">
        <Countdown until={until} onEnd={check} /> left
      </p>
    </div>
  );
}
