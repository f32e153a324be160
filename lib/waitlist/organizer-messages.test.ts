import { describe, expect, it } from "vitest";
import { offerForm } from "@/texts/organizer-waitlist";
import { offerMessageFor, refusalMessageFor, runMessageFor } from "./organizer-messages";

const run = {
  ok: true,
  runId: "",
  converted: 0,
  offered: 0,
  skipped: 0,
  asked: 0,
  releasedToPublic: 0,
  more: false,
} as const;
const given = { ok: true, outcome: "converted", seats: 2, asked: 2, reference: "", passedBy: 0 } as const;

describe("a run", () => {
  it("sums up all its results", () => {
    expect(runMessageFor({ ...run, converted: 1200, offered: 1, skipped: 1, asked: 0, releasedToPublic: 1 })).toBe(
      "1,200 people got a booking. 1 person got an offer by email. 1 person near the front couldn’t use what was available and keeps their position. 1 ticket that nobody on the waitlist could use went on public sale.",
    );
  });

  it("that stopped at its limit says that the next has started", () => {
    expect(runMessageFor({ ...run, converted: 50, more: true })).toBe(
      "50 people got a booking. The next run has started automatically.",
    );
  });

  it("without available tickets says so", () => {
    expect(runMessageFor(run)).toMatch(/^No tickets are available right now\./);
  });
});

describe("a manual offer", () => {
  it("says what was given, whether it was fewer, and how many were skipped", () => {
    expect(offerMessageFor(given)).toBe("Booked: 2 tickets.");
    expect(offerMessageFor({ ...given, outcome: "offered", seats: 1, asked: 3, passedBy: 1 })).toBe(
      "Offered by email: 1 ticket. They asked for 3, but no more were available. 1 person who joined earlier was skipped.",
    );
    expect(offerMessageFor({ ...given, passedBy: 40 })).toContain("40 people who joined earlier were skipped.");
  });

  it("says why it does not fit", () => {
    expect(refusalMessageFor({ ok: false, code: "DOES_NOT_FIT", reason: "They asked for 3." })).toBe(
      "This doesn’t fit. They asked for 3.",
    );
  });
});

it("says what the entry asked for", () => {
  expect(offerForm.request(1, true, 2)).toBe("Asked for 1 ticket, of {type}. Available now: 2.");
  expect(offerForm.request(4, true, 2)).toContain("4 tickets, or fewer");
  expect(offerForm.request(4, false, 2)).toContain("4 tickets, all or none");
});
