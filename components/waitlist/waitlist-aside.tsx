import type { ReactNode } from "react";
import { waitlistAside } from "@/texts/checkout";

/** The waitlist beside tickets on sale: for other types, or for more than are left. */
export function WaitlistAside({
  isOpen,
  entry,
  children,
}: {
  isOpen: boolean;
  /** The viewer's waitlist entry, shown instead of the form. */
  entry: ReactNode;
  children: ReactNode;
}) {
  return (
    <details open={isOpen || undefined} className="border-t border-line pt-2">
      <summary className="flex min-h-11 items-center font-semibold underline underline-offset-4">
        {entry ? waitlistAside.waitingSummary : waitlistAside.summary}
      </summary>
      <div className="pt-3">{entry ?? children}</div>
    </details>
  );
}
