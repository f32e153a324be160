import { subDays } from "date-fns";
import { sql } from "drizzle-orm";
import { referenceFunction } from "inngest";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { eventWords, outbox } from "@/db/schema";
import { retentionRules } from "@/lib/retention/rules";
import { pollOptions } from "@/local/inngest/sdk-app";
import { openSdkFixture } from "@/local/inngest/sdk-fixture";
import { makeEvent } from "@/test/factories";
import { nightlyCleanUp } from "./clean-up";

const fixture = await openSdkFixture();
const { client } = fixture.app;
/** Stands in for the clock. */
const night = client.createFunction({ id: "night", triggers: [{ event: "night" }], retries: 0 }, ({ step }) =>
  step.invoke("clean-up", { function: referenceFunction({ functionId: "clean-up" }) }),
);
fixture.app.serve([night, nightlyCleanUp]);
await fixture.app.start();
afterAll(() => fixture.close());

const logged = () =>
  vi
    .mocked(console.info)
    .mock.calls.map(([text]) => JSON.parse(String(text)))
    .filter(({ event }) => event === "clean-up.run.finished");

beforeEach(async () => {
  for (const level of ["info", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  const dispatchedAt = subDays(new Date(), 8);
  await db.insert(outbox).values({ name: "booking/held", data: { bookingId: 1 }, dispatchedAt });
  await makeEvent(db, { startsAt: subDays(new Date(), 30) });
});

/** The result of one nightly run. */
async function nextNight() {
  const before = (await fixture.app.runs("clean-up")).length;
  await client.send({ name: "night" });
  await expect.poll(async () => (await fixture.app.runs("clean-up"))[before]?.endedAt, pollOptions).toBeDefined();
  return (await fixture.app.runs("clean-up"))[before];
}

test("cleans up by each rule, and returns the counts", async () => {
  const none = Object.fromEntries(retentionRules.map(({ name }) => [name, 0]));
  const some = { ...none, outbox: 1, "event-words": expect.any(Number) };
  expect(await nextNight()).toMatchObject({ status: "completed", output: some });
  expect(logged()).toEqual([expect.objectContaining(some)]);
  expect(await nextNight()).toMatchObject({ output: none });
});

test("a failing rule doesn't stop the others, and the run names it", async () => {
  await db.execute(
    sql.raw(`create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
      create trigger refused before delete on outbox for each row execute function refuse()`),
  );
  const run = await nextNight();
  expect(run).toMatchObject({ status: "failed", error: { message: "These could not be cleaned up: outbox" } });
  expect([await db.$count(outbox), await db.$count(eventWords)]).toEqual([1, 0]);
});
