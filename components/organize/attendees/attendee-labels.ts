import type { BadgeTone } from "@/components/ui/badge";

export const sourceLabels = { checkout: "Checkout", waitlist: "Waitlist", organizer: "Guest list" } as const;

type Booking = {
  status: "pending" | "confirmed" | "cancelled" | "expired";
  source: keyof typeof sourceLabels;
  expiresAt: Date | null;
};

/** Where a booking stands now: a hold whose time is up holds nothing any more, swept or not. */
export function bookingStatusLabelFor(
  { status, source, expiresAt }: Booking,
  now: Date,
): { text: string; tone: BadgeTone } {
  if (status === "confirmed") return { text: "Confirmed", tone: "positive" };
  if (status === "cancelled") return { text: "Cancelled", tone: "danger" };
  if (status === "expired" || (expiresAt && expiresAt <= now)) return { text: "Lapsed", tone: "neutral" };
  return { text: source === "waitlist" ? "Offered" : "Held", tone: "warning" };
}

export const bookingColumnLabels = {
  mail: "Mail address",
  types: "Ticket types",
  checkedIn: "Checked in",
  price: "Price",
  source: "Source",
  booked: "Booked",
} as const;

export const ticketColumnLabels = {
  mail: "Mail address",
  type: "Ticket type",
  booking: "Booking",
  booked: "Booked",
} as const;

export const bookingSortLabels = {
  "-booked": "Latest first",
  booked: "Earliest first",
  name: "Name, A to Z",
  "-name": "Name, Z to A",
  "-tickets": "Most tickets first",
  tickets: "Fewest tickets first",
} as const;

export const ticketSortLabels = {
  name: "Name, A to Z",
  "-name": "Name, Z to A",
  "-booked": "Latest first",
  booked: "Earliest first",
} as const;
