import "@/test/inngest-for-file";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema";
import { waitlistSeatsFreed } from "@/inngest/events";
import { inngestStub } from "@/test/inngest-for-file";
import { announce } from "./outbox";
import { relayOutbox, relayUndispatched } from "./relay";

const { received } = inngestStub;

beforeEach(async () => {
  received.length = 0;
  inngestStub.refuse(() => false);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  await db.delete(outbox);
  await inngestStub.open();
});

const sweep = (budgetMs = 60_000) => relayUndispatched(Date.now() + budgetMs);
const row = async (id: string) => (await db.select().from(outbox).where(eq(outbox.id, id)))[0];
const announceSeats = (eventId: number) => db.transaction((tx) => announce(tx, waitlistSeatsFreed, { eventId }));
const leftBehind = (id: string, secondsAgo: number) =>
  db
    .update(outbox)
    .set({ createdAt: new Date(Date.now() - secondsAgo * 1000) })
    .where(eq(outbox.id, id));

test("an unreachable Inngest leaves the row, and the sweep delivers it later, once", async () => {
  await inngestStub.close();
  const id = await announceSeats(1);
  expect(await relayOutbox([id])).toEqual({ dispatched: 0, failed: 1 });
  expect(await row(id)).toMatchObject({ dispatchedAt: null, attempts: 1 });

  await inngestStub.open();
  expect(await sweep()).toEqual({ dispatched: 0, failed: 0 });
  await leftBehind(id, 10);
  expect(await sweep()).toEqual({ dispatched: 1, failed: 0 });
  expect(await sweep()).toEqual({ dispatched: 0, failed: 0 });

  expect(received).toEqual([expect.objectContaining({ id, name: "waitlist/seats.freed", data: { eventId: 1 } })]);
  expect(await row(id)).toMatchObject({ dispatchedAt: expect.any(Date), attempts: 2 });
});

test("the event's id is the row's, so that a row sent twice is one event", async () => {
  const id = await announceSeats(2);
  await relayOutbox([id]);
  await db.update(outbox).set({ dispatchedAt: null }).where(eq(outbox.id, id));
  await relayOutbox([id]);
  expect(received.map((event) => event.id)).toEqual([id, id]);
});

test("named rows are sent immediately, others stay", async () => {
  const named = await announceSeats(3);
  const other = await announceSeats(4);
  expect(await relayOutbox([named])).toEqual({ dispatched: 1, failed: 0 });
  expect(await relayOutbox([])).toEqual({ dispatched: 0, failed: 0 });
  expect(received.map((event) => event.id)).toEqual([named]);
  expect((await row(other))?.dispatchedAt).toBeNull();
});

test("rows that arrive during a send form one batch, and each relay gets its own result", async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, at) => announceSeats(at)));
  const before = inngestStub.requests();
  const answers = await Promise.all([...ids.map((id) => relayOutbox([id])), relayOutbox([crypto.randomUUID()])]);
  expect(answers.slice(0, 20)).toEqual(ids.map(() => ({ dispatched: 1, failed: 0 })));
  expect(answers.at(-1)).toEqual({ dispatched: 0, failed: 0 });
  expect(received.map((event) => event.id).sort()).toEqual(ids.toSorted());
  expect(inngestStub.requests() - before).toBe(1);
});

/** Undispatched rows, one after another. */
async function left(count: number, attempts = 0) {
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  await db.insert(outbox).values(
    ids.map((id, index) => ({
      id,
      name: "waitlist/seats.freed",
      data: { eventId: index },
      createdAt: new Date(Date.now() - 600_000 + index * 1000),
      attempts,
    })),
  );
  return ids;
}

test("one sweep sends several batches, oldest first", async () => {
  const ids = await left(250);
  expect(await sweep()).toEqual({ dispatched: 250, failed: 0 });
  expect(received.map((event) => event.id)).toEqual(ids);
});

test("a row that Inngest always rejects doesn't block others", async () => {
  const ids = await left(130);
  const refused = new Set([ids[0], ids[57]]);
  inngestStub.refuse(({ id }) => refused.has(id));
  expect(await sweep()).toEqual({ dispatched: 128, failed: 2 });
  expect(new Set(received.map((event) => event.id))).toEqual(new Set(ids.filter((id) => !refused.has(id))));
  expect(await row(ids[0] ?? "")).toMatchObject({ dispatchedAt: null, attempts: 1 });
  const [named] = await left(1);
  expect(await relayOutbox([ids[0] ?? "", named ?? ""])).toEqual({ dispatched: 1, failed: 1 });
});

test("a full batch of rejected rows lets newer rows go first", async () => {
  await left(100, 7);
  const [fresh] = await left(1);
  inngestStub.refuse(({ id }) => id !== fresh);
  expect(await sweep()).toMatchObject({ dispatched: 1 });
  expect(received.map((event) => event.id)).toEqual([fresh]);
});

test("events without a handler are sent, too: an earlier version may have announced them", async () => {
  const id = crypto.randomUUID();
  const createdAt = new Date(Date.now() - 60_000);
  await db.insert(outbox).values({ id, name: "booking/expired", data: { bookingId: 1 }, createdAt });
  expect(await sweep()).toEqual({ dispatched: 1, failed: 0 });
});

test("the next sweep continues after the time limit", async () => {
  await left(1);
  expect(await sweep(0)).toEqual({ dispatched: 0, failed: 0 });
  expect(await sweep()).toEqual({ dispatched: 1, failed: 0 });
});
