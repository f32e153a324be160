import { expect, it } from "vitest";
import { formatAhead, formatWaitEstimate } from "./room-messages";

it("says a guess as one", () => {
  expect(formatWaitEstimate({ from: 0, to: 1 })).toBe("Less than a minute");
  expect(formatWaitEstimate({ from: 0, to: 3 })).toBe("Up to 3 minutes");
  expect(formatWaitEstimate({ from: 8, to: 13 })).toBe("About 8 to 13 minutes");
  expect(formatWaitEstimate({ from: 100, to: 170 })).toBe("About 1 to 3 hours");
});

it("counts people", () => {
  expect([0, 1, 1_204].map(formatAhead)).toEqual([
    "You are next",
    "One person is ahead of you",
    "1,204 people are ahead of you",
  ]);
});
