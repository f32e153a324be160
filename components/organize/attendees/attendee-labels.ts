import type { BadgeTone } from "@/components/ui/badge";
import { attendeeLabels } from "@/texts/attendees";

const { bookingStatuses } = attendeeLabels;

type Booking = {
  status: "pending" | "confirmed" | "cancelled" | "expired";
  source: keyof typeof attendeeLabels.sources;
  expiresAt: Date | null;
};

/** The status of a booking now: an overdue hold counts as expired before the sweep has ended it. */
export function bookingStatusLabelFor(
  { status, source, expiresAt }: Booking,
  now: Date,
): { text: string; tone: BadgeTone } {
  if (status === "confirmed") return { text: bookingStatuses.confirmed, tone: "positive" };
  if (status === "cancelled") return { text: bookingStatuses.cancelled, tone: "danger" };
  if (status === "expired" || (expiresAt && expiresAt <= now))
    return { text: bookingStatuses.expired, tone: "neutral" };
  return { text: source === "waitlist" ? bookingStatuses.offered : bookingStatuses.held, tone: "warning" };
}
