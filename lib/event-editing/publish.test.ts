import { addDays, addHours } from "date-fns";
import { expect, test } from "vitest";
import { wallClock } from "@/lib/time/wall-clock";
import { completeForm } from "@/test/event-form";
import { publishErrorsFor } from "./publish";
import { eventFormSchema } from "./schema";

const now = new Date();
const wall = (at: Date) => wallClock(at, "Europe/Lisbon");
const from = (startsAt: Date, endsAt: Date, more = {}) =>
  completeForm({ startsAt: wall(startsAt), endsAt: wall(endsAt), ...more });

test("c09: what lasts for days can be published while it runs", () => {
  expect(publishErrorsFor(from(addDays(now, -8), addDays(now, 22)), now)).toEqual({});
  expect(publishErrorsFor(from(addDays(now, -8), addDays(now, -1)), now)).toEqual({
    startsAt: "The start is in the past. Choose a later time.",
  });
  const closed = { salesEndAt: wall(addDays(now, -1)) };
  expect(publishErrorsFor(from(addDays(now, -8), addDays(now, 22), closed), now)).toEqual({
    salesEndAt: "Sales would already be closed. Choose a later time.",
  });
});

test("an evening that has begun only where its organizer sells on", () => {
  const evening = [addHours(now, -1), addHours(now, 3)] as const;
  expect(publishErrorsFor(from(...evening), now)).toMatchObject({ startsAt: expect.any(String) });
  expect(publishErrorsFor(from(...evening, { salesEndAt: wall(addHours(now, 2)) }), now)).toEqual({});
});

test("sales may open after the start of what lasts for days, and of nothing else", () => {
  const opens = { salesStartAt: wall(addDays(now, 6)) };
  expect(eventFormSchema.safeParse(from(addDays(now, 5), addDays(now, 9), opens)).success).toBe(true);
  for (const days of [5.5, 5.9]) {
    expect(eventFormSchema.safeParse(from(addDays(now, 5), addDays(now, days), opens)).success).toBe(false);
  }
});

test("an event that is paid online needs a provider, a free one does not", () => {
  const form = from(addDays(now, 8), addDays(now, 9), { paymentMethod: "online" });
  expect(publishErrorsFor(form, now, false)).toEqual({
    paymentMethod: "Paying online isn’t set up here. Choose payment at the venue.",
  });
  expect(publishErrorsFor(form, now, true)).toEqual({});
  const ticketTypes = form.ticketTypes.map((type) => ({ ...type, price: "0" }));
  expect(publishErrorsFor({ ...form, ticketTypes }, now, false)).toEqual({});
});
