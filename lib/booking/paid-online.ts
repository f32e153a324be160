import type { bookings, events } from "@/db/schema";

/** Whether the booking becomes valid by being paid for, and not by being confirmed. */
export function isPaidOnline(
  event: Pick<typeof events.$inferSelect, "paymentMethod">,
  booking: Pick<typeof bookings.$inferSelect, "totalPrice" | "source">,
): boolean {
  return event.paymentMethod === "online" && booking.totalPrice > 0 && booking.source !== "organizer";
}
