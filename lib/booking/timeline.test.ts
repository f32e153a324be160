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
