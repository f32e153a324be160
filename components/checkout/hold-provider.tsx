"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { CheckoutFailure, CheckoutRedirect } from "@/lib/checkout/action-state";
import { useHold } from "./use-hold";

/** After these refusals the viewer can no longer confirm the tickets, even if time was left. */
const finalCodes: CheckoutFailure["code"][] = [
  "HOLD_EXPIRED",
  "BOOKING_CANCELLED",
  "BOOKING_NOT_FOUND",
  "EVENT_CANCELLED",
];

type HoldState = ReturnType<typeof useHold> & {
  isGone: boolean;
  /** Applies the answer of an action, so that the page agrees with it about the hold. */
  onAnswer: (answer: CheckoutRedirect | CheckoutFailure) => void;
};

const HoldContext = createContext<HoldState | null>(null);

/** The state of a checkout's hold, for its clock and its forms. */
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
  if (!hold) throw new Error("useCheckoutHold must be used within HoldProvider");
  return hold;
}
