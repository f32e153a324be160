import { expect, test } from "vitest";
import { functions } from "./index";

test("function ids are stable, so that Inngest continues runs it has started", () => {
  expect(functions.map((fn) => fn.id()).sort()).toEqual([
    "account-mail",
    "booking-cancelled-mail",
    "booking-confirmed-mail",
    "booking-mail-again",
    "clean-up",
    "clock-rules",
    "event-reminders",
    "failed-run",
    "hold-expiry",
    "hold-sweep",
    "mail-sweep",
    "notice-mail",
    "operation-run",
    "operation-sweep",
    "outbox-sweep",
    "payment-check",
    "payment-refused-mail",
    "payment-refused-team-mail",
    "payment-sweep",
    "provider-notification",
    "team-invitation-mail",
    "waitlist-conversion",
    "waitlist-converted-mail",
    "waitlist-joined-mail",
    "waitlist-offer-expired-mail",
    "waitlist-offer-mail",
    "waitlist-sweep",
    "waitlist-type-closed-mail",
  ]);
});
