import { afterAll, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { makeEvent } from "@/test/factories";
import { availabilityOf } from "./availability";
import { readSalesState } from "./read-sales-state";

afterAll(() => sql.end());

async function readAvailability(slug: string) {
  const sellable = await readSalesState(slug);
  return sellable && availabilityOf(sellable, new Date());
}

test("says what is left of each type, and names no internal id", async () => {
  const event = await makeEvent(db, {
    capacity: 50,
    availableTickets: 30,
    ticketTypes: [{ quota: 40, sold: 15 }, { quota: 5, sold: 5 }, { salesStartAt: new Date(Date.now() + 60_000) }],
  });
  const [seated, gone, later] = event.ticketTypes;
  const availability = await readAvailability(event.slug);
  expect(availability).toEqual({
    state: "on_sale",
    left: 25,
    isOn: false,
    waitlistOpen: true,
    ticketTypes: [
      { code: seated?.code, state: "on_sale", left: 25 },
      { code: gone?.code, state: "sold_out", left: 0 },
      { code: later?.code, state: "not_yet", left: 0 },
    ],
    room: null,
    at: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test("a waitlist opens when it is sold out, if the event has one and sales are open", async () => {
  const full = { availableTickets: 0 };
  const open = await makeEvent(db, full);
  const without = await makeEvent(db, { ...full, waitlistEnabled: false });
  const closed = await makeEvent(db, { ...full, salesEndAt: new Date(Date.now() - 1) });
  expect(await readAvailability(open.slug)).toMatchObject({ state: "sold_out", waitlistOpen: true });
  expect(await readAvailability(without.slug)).toMatchObject({ state: "sold_out", waitlistOpen: false });
  expect(await readAvailability(closed.slug)).toMatchObject({ state: "sales_closed", waitlistOpen: false });
});

test("says that a room is before the tickets: a lobby from an hour before the opening", async () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const room = async (options: Parameters<typeof makeEvent>[1]) =>
    (await readAvailability((await makeEvent(db, { waitingRoom: true, ...options })).slug))?.room;
  expect(await room({})).toBe("open");
  expect(await room({ availableTickets: 0 })).toBe("open");
  expect(await room({ salesStartAt: inMinutes(30) })).toBe("lobby");
  expect(await room({ ticketTypes: [{ salesStartAt: inMinutes(50) }, { salesStartAt: inMinutes(90) }] })).toBe("lobby");
  expect(await room({ salesStartAt: inMinutes(90) })).toBeNull();
  expect(await room({ salesEndAt: inMinutes(-1) })).toBeNull();
});

test("drafts and unknown events are not there, cancelled ones sell nothing", async () => {
  const draft = await makeEvent(db, { status: "draft" });
  const cancelled = await makeEvent(db, { status: "cancelled" });
  expect(await readAvailability(draft.slug)).toBeNull();
  expect(await readAvailability("no-such-event")).toBeNull();
  expect(await readAvailability(cancelled.slug)).toMatchObject({ state: "cancelled", left: 0, waitlistOpen: false });
});
