import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatChoice, formatWaitlistChoice, parseChoice, parseWaitlistChoice } from "./choice";

const code = fc.stringMatching(/^[0-9A-Z]{8}$/);
const quantity = fc.integer({ min: 1, max: 999 });

describe("a choice in the address", () => {
  it("survives a round trip", () => {
    const choices = fc.uniqueArray(fc.record({ ticketTypeCode: code, quantity }), {
      selector: (item) => item.ticketTypeCode,
      maxLength: 50,
    });
    fc.assert(
      fc.property(choices, (choice) => {
        expect(parseChoice(formatChoice(choice))).toEqual(choice);
      }),
    );
  });

  it("parses any text into codes with quantities", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const item of parseChoice(text)) {
          expect(item.ticketTypeCode).toMatch(/^[0-9A-Za-z_-]{1,32}$/);
          expect(item.quantity).toBeGreaterThan(0);
          expect(item.quantity).toBeLessThan(1000);
        }
      }),
    );
  });

  it.each([
    null,
    "",
    "A",
    "A:",
    ":2",
    "A:0",
    "A:-1",
    "A:1.5",
    "A:1e3",
    "A:1000",
    "A:1:1",
    "<script>:1",
    "A B:1",
    "__proto__:x",
    `${"A".repeat(33)}:1`,
  ])("rejects %j", (text) => {
    expect(parseChoice(text)).toEqual([]);
  });

  it("ignores invalid parts, and keeps the last of two quantities", () => {
    expect(parseChoice("A:2,nonsense,B:3,A:4")).toEqual([
      { ticketTypeCode: "A", quantity: 4 },
      { ticketTypeCode: "B", quantity: 3 },
    ]);
  });

  it("reads at most fifty types", () => {
    const text = Array.from({ length: 80 }, (_, index) => `T${index}:1`).join(",");
    expect(parseChoice(text)).toHaveLength(50);
  });
});

describe("a waitlist request in the address", () => {
  it("survives a round trip", () => {
    const requests = fc.record({
      ticketTypeCode: fc.option(code),
      quantity,
      acceptFewer: fc.boolean(),
    });
    fc.assert(
      fc.property(requests, (request) => {
        expect(parseWaitlistChoice(formatWaitlistChoice(request))).toEqual(request);
      }),
    );
  });

  it.each([null, "", "any", "any:0", "any:2:maybe", "any:2:fewer:x", "<b>:1"])("rejects %j", (text) => {
    expect(parseWaitlistChoice(text)).toBeNull();
  });
});
