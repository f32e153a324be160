import { expect, it } from "vitest";
import { roomMessages } from "@/texts/waiting-room";
import { formatWaitEstimate } from "./room-messages";

it("gives a wait as an estimate", () => {
  expect(formatWaitEstimate({ from: 0, to: 1 })).toBe("Less than a minute");
  expect(formatWaitEstimate({ from: 0, to: 3 })).toBe("Up to 3 minutes");
  expect(formatWaitEstimate({ from: 8, to: 13 })).toBe("About 8 to 13 minutes");
  expect(formatWaitEstimate({ from: 100, to: 170 })).toBe("About 1 to 3 hours");
});

it("counts the people ahead", () => {
  expect([0, 1, 1_204].map(roomMessages.ahead)).toEqual([
    "You’re next",
    "1 person is ahead of you",
    "1,204 people are ahead of you",
  ]);
});
