/** How long before the start a booking was cancelled; the position is what the query answers with. */
export const leadTimes = [
  "28 days and more",
  "14 to 28 days",
  "7 to 14 days",
  "3 to 7 days",
  "1 to 3 days",
  "Under a day",
  "After the start",
] as const;

export type CancelledByLead = { lead: number; bookings: number; tickets: number };
