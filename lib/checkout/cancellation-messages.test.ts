import { expect, test } from "vitest";
import { cancellationMessagesFor, cancellationPolicyFor } from "./cancellation-messages";

const event = { startsAt: new Date("2026-12-12T18:30:00Z"), cancellationCutoffHours: 24, timeZone: "Europe/Paris" };
const deadline = new Date("2026-12-11T18:30:00Z");

test("cancellation is offered until the deadline, to the second", () => {
  const lastSecond = new Date(deadline.getTime() - 1_000);
  expect(cancellationPolicyFor(event, lastSecond)).toMatchObject({
    isOpen: true,
    deadline,
    note: "You can cancel until {deadline}.",
  });
  expect(cancellationMessagesFor(event, lastSecond).note).toMatch(/^You can cancel until .*19:30/);
  const closed = cancellationPolicyFor(event, deadline);
  expect(closed.isOpen).toBe(false);
  expect(closed.note).toMatch(/could be cancelled until \{deadline\}.*let the organizer know/);
  expect(cancellationMessagesFor(event, deadline).terms).toMatch(/19:30.*binding as soon as you confirm/);
});
