import { NextRequest } from "next/server";
import { afterAll, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { makeEvent } from "@/test/factories";
import { GET } from "./route";

afterAll(() => sql.end());

const ask = (slug: string, headers = {}) =>
  GET(new NextRequest("http://localhost/", { headers }), { params: Promise.resolve({ slug }) });

test("can be cached for a second and contains no internal ids", async () => {
  const event = await makeEvent(db, { capacity: 20 });
  const response = await ask(event.slug);
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=1");
  const body = await response.json();
  expect(body).toMatchObject({ state: "on_sale", left: 20, ticketTypes: [{ code: event.ticketTypes[0]?.code }] });
  expect(JSON.stringify(body)).not.toMatch(/"(id|eventId)"/);
});

test("a request with the current ETag gets a 304 with the server's time", async () => {
  const event = await makeEvent(db, { capacity: 20 });
  const tag = (await ask(event.slug)).headers.get("ETag") ?? "";
  const known = await ask(event.slug, { "If-None-Match": `"other", ${tag}` });
  expect(known.status).toBe(304);
  expect(await known.text()).toBe("");
  expect(Number(known.headers.get("X-Server-Time"))).toBeGreaterThan(Date.parse("2026-01-01"));
  expect((await ask(event.slug, { "If-None-Match": '"other"' })).status).toBe(200);
});

test("a draft is answered like an unknown event", async () => {
  const draft = await makeEvent(db, { status: "draft" });
  expect((await ask(draft.slug)).status).toBe(404);
  expect((await ask("never-was")).status).toBe(404);
});
