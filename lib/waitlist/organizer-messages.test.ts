import { describe, expect, it } from "vitest";
import { formatRequest, offerMessageFor, refusalMessageFor, runMessageFor } from "./organizer-messages";

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
  it("tells everything it came to", () => {
    expect(runMessageFor({ ...run, converted: 1200, offered: 1, skipped: 1, asked: 0, releasedToPublic: 1 })).toBe(
      "1,200 people got a booking. 1 person got an offer by mail. 1 person near the front could not use what was left and keeps their place in line. 1 ticket that nobody in line could use went on public sale.",
    );
  });

  it("that gave a whole batch says that the next is under way", () => {
    expect(runMessageFor({ ...run, converted: 50, more: true })).toBe(
      "50 people got a booking. The next run has begun by itself.",
    );
  });

  it("that found nothing says so", () => {
    expect(runMessageFor(run)).toMatch(/^Nothing is free/);
  });
});

describe("an offer by hand", () => {
  it("tells what was given, whether it was fewer, and whom it passed by", () => {
    expect(offerMessageFor(given)).toBe("Booked: 2 tickets.");
    expect(offerMessageFor({ ...given, outcome: "offered", seats: 1, asked: 3, passedBy: 1 })).toBe(
      "Offered by mail: 1 ticket. 3 were asked for; no more were free. 1 person who joined earlier was passed by.",
    );
    expect(offerMessageFor({ ...given, passedBy: 40 })).toContain("40 people who joined earlier were passed by.");
  });

  it("says why it does not fit", () => {
    expect(refusalMessageFor({ ok: false, code: "DOES_NOT_FIT", reason: "Asked for 3 together." })).toBe(
      "It does not fit. Asked for 3 together.",
    );
  });
});

it("says what is waited for", () => {
  expect(formatRequest({ quantity: 1, acceptFewer: true })).toBe("1 ticket");
  expect(formatRequest({ quantity: 4, acceptFewer: true })).toBe("4 tickets, fewer is fine");
  expect(formatRequest({ quantity: 4, acceptFewer: false })).toBe("4 tickets, only together");
});
