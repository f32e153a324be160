import type { Outcome } from "./pay";

export type TestCard = { number: string; label: string; outcome: Outcome | "second-factor" };

/** Stripe's numbers for tests where it has one. */
export const testCards: TestCard[] = [
  { number: "4242424242424242", label: "Works", outcome: "card" },
  { number: "4000002500003155", label: "Asks for a second factor", outcome: "second-factor" },
  { number: "4000000000000002", label: "Declined", outcome: "declined" },
  { number: "4000000000009995", label: "Not enough money", outcome: "insufficient-funds" },
  { number: "4000000000000341", label: "Works, but the bank refuses the capture", outcome: "capture-refused" },
  { number: "4000000000000259", label: "Works, and is disputed later", outcome: "disputed" },
];

export const findTestCard = (typed: string) => {
  const digits = typed.replace(/[\s-]/g, "");
  return testCards.find(({ number }) => number === digits);
};

export const spaced = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1 ");
