import { describe, expect, it } from "vitest";
import type { PaymentState } from "@/lib/booking/payment-state";
import { cancelRefundText, declineReason } from "./payment-messages";

const unpaid = (end: "failed" | "cancelled" | null, code: string | null) => declineReason({ unpaid: { end, code } });
const general = "Your bank declined the payment. Try another card, or ask your bank.";

describe("why a payment was declined", () => {
  it("is said in plain words where the buyer can do something about it", () => {
    expect(unpaid(null, "insufficient_funds")).toBe("There wasn’t enough money in the account. Try another card.");
    expect(unpaid("failed", "expired_card")).toBe("The card has expired. Try another card.");
  });

  it("is a general sentence for other codes, also those that would tell a thief something", () => {
    for (const code of ["stolen_card", "fraudulent", "do_not_honor", "constructor", "brand_new_code"]) {
      expect(unpaid("failed", code)).toBe(general);
    }
    expect(unpaid("failed", null)).toBe(general);
  });

  it("is nothing where the payment was only left", () => {
    expect(declineReason({ unpaid: null })).toBeNull();
    expect(unpaid(null, null)).toBeNull();
    expect(unpaid("cancelled", "the page expired")).toBeNull();
  });
});

describe("what cancelling brings back", () => {
  const at = new Date("2126-11-02T09:00:00Z");
  const state = (values: Partial<PaymentState>): PaymentState => ({
    ...{ attempt: null, unpaid: null, paid: { amount: 3_850, at, isOnline: true }, left: 3_850, refunds: [] },
    ...values,
  });
  const text = (values: Partial<PaymentState>, isPaidOnline = true) =>
    cancelRefundText({ payment: state(values), currency: "EUR", isPaidOnline });

  it("is said to the cent", () => {
    expect(text({})).toBe("You get €38.50 back, the way you paid.");
    expect(text({ left: 1_001 })).toBe(
      "You get €10.01 back, the way you paid. The rest of the €38.50 was refunded earlier.",
    );
    expect(text({ left: 0 })).toContain("refunded earlier");
  });

  it("is handed back in person where it was paid at the venue", () => {
    expect(text({ paid: { amount: 3_850, at, isOnline: false } }, false)).toContain("in person");
  });

  it("is nothing where nothing was paid", () => {
    expect(text({ paid: null, left: 0 }, false)).toBeNull();
    expect(text({ paid: null, left: 0 })).toContain("nothing to refund");
  });
});
