import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { and, eq, inArray, sql, sum } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { bookings } from "@/db/schema";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { makePeople } from "@/test/factories";

const SEATS = 50;
const BUYERS = 200;
const PROCESSES = 2;
const buyersCli = fileURLToPath(new URL("../../test/buyers-cli.ts", import.meta.url));

let testBookings: TestBookings;
let event: TestEvent;
let buyers: number[];
beforeEach(async () => {
  testBookings = await openTestBookings();
  event = await testBookings.event({ capacity: SEATS });
  const rows = Array.from({ length: BUYERS }, (_, at) => ({ name: `Buyer ${at}`, email: `buyer-${at}@quorix.test` }));
  buyers = await makePeople(testBookings.db, rows);
});
afterEach(() => testBookings.close());

/** Each process has one transaction for all its buyers. Without the lock, both have read before either continues. */
async function rush(lock: "with-lock" | "without-lock") {
  const share = BUYERS / PROCESSES;
  const processes = Array.from({ length: PROCESSES }, (_, at) =>
    fork(
      buyersCli,
      [
        testBookings.url,
        String(event.id),
        testBookings.firstType(event),
        lock,
        ...buyers.slice(at * share, (at + 1) * share).map(String),
      ],
      { execArgv: ["--import", "tsx"] },
    ),
  );
  let looking = 0;
  const answers = (
    await Promise.all(
      processes.map(
        (process) =>
          new Promise<string[]>((resolve, reject) => {
            process.on("exit", (code) => reject(new Error(`ended with ${code} and said nothing`)));
            process.on("message", (message) => {
              if (message !== "looked") return resolve(z.array(z.string()).parse(message));
              looking += 1;
              if (looking === PROCESSES) for (const each of processes) each.send("go on");
            });
          }),
      ),
    )
  ).flat();
  const [sold] = await testBookings.db
    .select({ seats: sum(bookings.numberOfTickets).mapWith(Number) })
    .from(bookings)
    .where(and(eq(bookings.eventId, event.id), inArray(bookings.status, ["pending", "confirmed"])));
  const countOf = (answer: string) => answers.filter((given) => given === answer).length;
  return { seats: sold?.seats ?? 0, countOf };
}

test("200 buyers from two processes for 50 seats: 50 are sold, all others are refused", async () => {
  const { seats, countOf } = await rush("with-lock");
  expect(seats).toBe(SEATS);
  expect(countOf("SOLD")).toBe(SEATS);
  expect(countOf("SOLD_OUT")).toBe(BUYERS - SEATS);
  await expectCleanInventory(testBookings.db);
});

test("the same without the row lock and the CHECK constraints oversells", async () => {
  await testBookings.db.execute(sql`alter table events drop constraint events_counters_not_negative`);
  const { seats, countOf } = await rush("without-lock");
  expect(seats).toBeGreaterThan(SEATS);
  expect(countOf("SOLD")).toBe(seats);
});

test("without the row lock, the CHECK constraints prevent overselling: the second batch is decided again", async () => {
  const { seats, countOf } = await rush("without-lock");
  expect(seats).toBe(SEATS);
  expect(countOf("SOLD")).toBe(SEATS);
  expect(countOf("SOLD_OUT")).toBe(BUYERS - SEATS);
});
