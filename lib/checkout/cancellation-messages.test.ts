import { expect, test } from "vitest";
import { cancellationMessagesFor } from "./cancellation-messages";

const event = { startsAt: new Date("2026-12-12T18:30:00Z"), cancellationCutoffHours: 24, timeZone: "Europe/Paris" };

test("nobody is told to cancel who cannot, to the second", () => {
  const last = cancellationMessagesFor(event, new Date("2026-12-11T18:29:59Z"));
  expect(last).toMatchObject({ isOpen: true, note: expect.stringMatching(/^You can cancel until .*19:30/) });
  const over = cancellationMessagesFor(event, new Date("2026-12-11T18:30:00Z"));
  expect(over.isOpen).toBe(false);
  expect(over.note).toMatch(/could be cancelled until .*19:30.*tell the organizer/);
  expect(over.terms).toContain("binding as soon as you confirm");
});
