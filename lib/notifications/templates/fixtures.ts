import { nothingPaid, type PaymentState } from "@/lib/booking/payment-state";
import type {
  BookingEmailData,
  EntryEmailData,
  EventEmailData,
  TokenEmailData,
} from "@/lib/notifications/queries/email-data";
import type { RefusedPayment } from "@/lib/notifications/queries/refused-payment";

const recipient = { name: "Ana Sousa", email: "ana@quorix.test", isActive: true };

export function anEvent(values: Partial<EventEmailData> = {}): EventEmailData {
  return {
    id: 1,
    slug: "night-market",
    name: "Night market at the old quay",
    summary: "",
    status: "published",
    startsAt: new Date("2126-12-12T18:30:00Z"),
    endsAt: new Date("2126-12-12T22:00:00Z"),
    startsOn: "2126-12-12",
    updatedAt: new Date("2126-11-01T09:00:00Z"),
    timeZone: "Europe/Paris",
    venue: "Hall 3",
    address: "Quay Street 7",
    city: "Marseille",
    cancellationCutoffHours: 24,
    cancellationReason: null,
    paymentMethod: "venue",
    ...values,
  };
}

export function aBooking(values: Partial<BookingEmailData> = {}): BookingEmailData & { expiresAt: Date } {
  return {
    id: 1,
    reference: "7K3PX9QZ2M",
    status: "confirmed",
    source: "checkout",
    numberOfTickets: 2,
    totalPrice: 4800,
    currency: "EUR",
    confirmedAt: new Date("2126-11-02T09:00:00Z"),
    cancelledAt: null,
    recipient,
    event: anEvent(),
    isPaidOnline: false,
    payment: nothingPaid,
    tickets: [
      { code: "AAAA1111BBBB2222", qrText: "AAAA1111BBBB2222.0", holderName: "Ana Sousa", typeName: "Standing" },
      { code: "CCCC3333DDDD4444", qrText: "CCCC3333DDDD4444.0", holderName: "Rui Sousa", typeName: "Balcony" },
    ],
    ...values,
    expiresAt: values.expiresAt ?? new Date("2126-12-01T09:00:00Z"),
  };
}

/** €48 paid online, with refunds of these amounts. */
export function aPayment(...refunds: number[]): PaymentState {
  const at = new Date("2126-11-02T09:00:00Z");
  const left = 4800 - refunds.reduce((sum, amount) => sum + amount, 0);
  return {
    ...{ attempt: null, unpaid: null, paid: { amount: 4800, at, isOnline: true }, left },
    refunds: refunds.map((amount) => ({
      ...{ provider: "stripe", amount, status: "pending", reason: "booking_cancelled", createdAt: at },
      ...{ succeededAt: null, failedAt: null },
    })),
  };
}

export function aRefusedPayment(refusal: RefusedPayment["refusal"]): RefusedPayment {
  return {
    ...{ bookingId: 1, reference: "7K3PX9QZ2M", amount: 4800, currency: "EUR", refusal },
    ...{ event: anEvent(), organizer: { name: "Night Owl Presents" } },
  };
}

export function anEntry(values: Partial<EntryEmailData> = {}): EntryEmailData {
  return {
    id: 1,
    status: "waiting",
    quantity: 3,
    acceptFewer: true,
    typeName: null,
    typeClosedAt: null,
    recipient,
    event: anEvent(),
    ...values,
  };
}

export function aToken(purpose: TokenEmailData["purpose"]): TokenEmailData {
  const expiresAt = new Date("2126-12-01T09:00:00Z");
  return { id: crypto.randomUUID(), purpose, expiresAt, usedAt: null, isNew: false, timeZone: "Asia/Tokyo", recipient };
}
