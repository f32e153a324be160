"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Reached, Refused } from "@/lib/checkout/answers";
import { useHold } from "./use-hold";

/** Refusals after which the tickets are not this viewer's to confirm, whatever time was left. */
const final: Refused["code"][] = ["HOLD_EXPIRED", "BOOKING_CANCELLED", "BOOKING_NOT_FOUND", "EVENT_CANCELLED"];

type Hold = ReturnType<typeof useHold> & {
  isGone: boolean;
  /** What an action on the booking answered: the page says nothing else of the hold than it did. */
  onAnswer: (answer: Reached | Refused) => void;
};

const HoldContext = createContext<Hold | null>(null);

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
  const onAnswer = (answer: Reached | Refused) => {
    if (answer.ok) return;
    if (final.includes(answer.code)) setIsGone(true);
    else void hold.check();
  };
  return <HoldContext value={{ ...hold, isGone, onAnswer }}>{children}</HoldContext>;
}

export function useCheckoutHold(): Hold {
  const hold = useContext(HoldContext);
  if (!hold) throw new Error("a checkout without its hold");
  return hold;
}
