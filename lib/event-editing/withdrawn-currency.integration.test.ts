import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { openEditingFixture } from "@/test/event-editing";
import { completeForm } from "@/test/event-form";
import { publishEvent } from "./publish";

const { manager, draft, actor, published, current, change, rowOf } = await openEditingFixture();
const refused = { ok: false, code: "INVALID", errors: { currency: expect.stringContaining("no longer in use") } };

it("nothing new is published in a currency that was withdrawn, and nothing changes to one", async () => {
  const { id, version } = await draft(completeForm({ currency: "BGN" }));
  expect(await publishEvent(manager, { eventId: id, version, ...actor() })).toMatchObject(refused);
  expect(await change(await published(), { currency: "BGN" })).toMatchObject(refused);
});

it("an event that is priced in one stays as it is, and can be edited", async () => {
  const { id } = await published({ currency: "EUR" });
  await db.update(events).set({ currency: "BGN" }).where(eq(events.id, id));
  const event = await current(id);
  expect(event.form).toMatchObject({ currency: "BGN", ticketTypes: [{ price: "12.50" }] });
  expect(await change(event, { summary: "Still in leva" })).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({ currency: "BGN", summary: "Still in leva" });
});
