"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { CheckoutFailure, CheckoutRedirect } from "@/lib/checkout/action-state";
import { useHold } from "./use-hold";

/** Refusals after which the tickets are not this viewer's to confirm, whatever time was left. */
const finalCodes: CheckoutFailure["code"][] = [
  "HOLD_EXPIRED",
  "BOOKING_CANCELLED",
  "BOOKING_NOT_FOUND",
  "EVENT_CANCELLED",
];

type HoldState = ReturnType<typeof useHold> & {
  isGone: boolean;
  /** What an action on the booking answered: the page says nothing else of the hold than it did. */
  onAnswer: (answer: CheckoutRedirect | CheckoutFailure) => void;
};

const HoldContext = createContext<HoldState | null>(null);

/** Follows a checkout's hold, for its clock and for the forms that may learn that it is gone. */
export function HoldProvider({
  reference,
  expiresAt,
  children,
}: {
  reference: string;
  expiresAt: string;
  children: ReactNode;
}) {
  const hold = useHold(reference, expiresAt);
  const [isGone, setIsGone] = useState(false);
  const onAnswer = (answer: CheckoutRedirect | CheckoutFailure) => {
    if (answer.ok) return;
    if (finalCodes.includes(answer.code)) setIsGone(true);
    else void hold.check();
  };
  return <HoldContext value={{ ...hold, isGone, onAnswer }}>{children}</HoldContext>;
}

export function useCheckoutHold(): HoldState {
  const hold = useContext(HoldContext);
  if (!hold) throw new Error("a checkout without its hold");
  return hold;
}
