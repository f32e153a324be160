import { describe, expect, it } from "vitest";
import { formatTimeline, type TimelineData } from "./timeline";

const minute = (value: number) => new Date(Date.UTC(2026, 11, 12, 18, value));
const nothing: TimelineData = {
  ...{ viewerId: 7, audits: [], emails: [], checkIns: [], joinedWaitlistAt: null },
  ...{ payments: [], refunds: [] },
};
const texts = (data: Partial<TimelineData>) => formatTimeline({ ...nothing, ...data }).map((entry) => entry.text);

describe("a booking's timeline", () => {
  it("is sorted by time, from the hold to check-in", () => {
    const entries = formatTimeline({
      ...nothing,
      checkIns: [{ holderName: "Ada", at: minute(50) }],
      emails: [{ subject: "Your tickets", sentAt: minute(3) }],
      audits: [
        { action: "booking.confirmed", actorId: 7, at: minute(2), detail: {} },
        { action: "booking.held", actorId: 7, at: minute(1), detail: {} },
      ],
    });
    expect(entries.map((entry) => entry.text)).toEqual([
      "Tickets held for you",
      "Booking confirmed",
      "Email sent to you: “Your tickets”",
      "Ada checked in",
    ]);
  });

  it("keeps the order of entries of one transaction", () => {
    expect(
      texts({
        audits: [
          { action: "booking.revived", actorId: 7, at: minute(1), detail: {} },
          { action: "booking.confirmed", actorId: 7, at: minute(1), detail: {} },
        ],
      }),
    ).toEqual([
      "Your reservation had expired; the tickets were still available and were held again",
      "Booking confirmed",
    ]);
  });

  it("says who cancelled", () => {
    expect(texts({ audits: [{ action: "booking.cancelled", actorId: 7, at: minute(1), detail: {} }] })).toEqual([
      "You cancelled the booking",
    ]);
    expect(texts({ audits: [{ action: "booking.cancelled", actorId: 9, at: minute(1), detail: {} }] })).toEqual([
      "The organizer cancelled the booking",
    ]);
  });

  it("says why the organizer cancelled", () => {
    const detail = { reason: "The balcony is closed." };
    expect(texts({ audits: [{ action: "booking.cancelled", actorId: 9, at: minute(1), detail }] })).toEqual([
      "The organizer cancelled the booking: “The balcony is closed.”",
    ]);
  });

  it("says what was paid, declined and refunded", () => {
    const payment = { amount: 3_800, currency: "EUR", intentId: null, refundedAmount: 0, createdAt: minute(1) };
    const refund = { amount: 3_800, provider: "stripe", reason: "booking_cancelled", createdAt: minute(5) } as const;
    expect(
      texts({
        payments: [
          {
            ...{ id: 1, provider: "stripe", status: "failed", capturedAmount: 0, capturedAt: null, endedAt: minute(2) },
            ...{ ...payment, failureReason: "card_declined" },
          },
          {
            ...{ id: 2, provider: "stripe", status: "captured", capturedAmount: 3_800, endedAt: null },
            ...{ ...payment, capturedAt: minute(3), failureReason: null },
          },
        ],
        refunds: [{ ...refund, status: "failed", succeededAt: minute(6), failedAt: minute(8) }],
      }),
    ).toEqual([
      "The payment was declined",
      "You paid €38",
      "Refund of €38 started",
      "€38 refunded",
      "The refund of €38 failed. The organizer has been told",
    ]);
  });

  it("begins with joining the waitlist, and leaves internal audit entries out", () => {
    expect(
      texts({
        joinedWaitlistAt: minute(0),
        audits: [
          { action: "waitlist.offered", actorId: null, at: minute(1), detail: {} },
          { action: "event.counters-mended", actorId: null, at: minute(2), detail: {} },
        ],
      }),
    ).toEqual(["You joined the waitlist", "Tickets became available and were offered to you"]);
  });
});
