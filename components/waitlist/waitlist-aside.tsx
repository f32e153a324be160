import type { ReactNode } from "react";
import { waitlistAside } from "@/texts/checkout";

/** The waitlist beside tickets that are still on sale: for who wants others, or more than are left. */
export function WaitlistAside({
  isOpen,
  place,
  children,
}: {
  isOpen: boolean;
  /** The viewer's place in line, in the form's stead. */
  place: ReactNode;
  children: ReactNode;
}) {
  return (
    <details open={isOpen || undefined} className="border-t border-line pt-2">
      <summary className="flex min-h-11 items-center font-semibold underline underline-offset-4">
        {place ? waitlistAside.youAreOnTheWaitlist : waitlistAside.lookingForOtherTicketsOr}
      </summary>
      <div className="pt-3">{place ?? children}</div>
    </details>
  );
}
