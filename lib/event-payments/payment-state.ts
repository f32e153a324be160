import type { paymentStates } from "@/texts/organizer-payments";

type Money = { status: string; totalPrice: number; taken: number; refunded: number };

/** Whether a booking is paid for; null where it is free, or was never confirmed and nothing was taken. */
export function paymentStateOf({ status, totalPrice, taken, refunded }: Money): keyof typeof paymentStates | null {
  if (refunded > 0) return refunded >= taken ? "refunded" : "partly_refunded";
  if (taken > 0) return taken >= totalPrice ? "paid" : "partly_paid";
  return totalPrice > 0 && status === "confirmed" ? "unpaid" : null;
}
