import { NextRequest } from "next/server";
import { afterAll, expect, test, vi } from "vitest";
import { GET as calendarOfEvent } from "@/app/(site)/events/[slug]/calendar.ics/route";
import { db, sql } from "@/db/client";
import { getViewer } from "@/lib/auth/viewer";
import { confirm } from "@/lib/booking/confirm";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { makeEvent, makeUser } from "@/test/factories";
import { GET as calendarOfBooking } from "./route";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
vi.mock("next/cache", () => ({ cacheTag() {}, cacheLife() {} }));

afterAll(() => sql.end());

const manager = new BookingConcurrencyManager({ db, redis: null });

async function bookedEvent(slug: string) {
  const event = await makeEvent(db, { slug });
  const user = await makeUser(db);
  const items = [{ ticketTypeCode: event.ticketTypes[0]?.code ?? "", quantity: 1 }];
  const held = await reserve(manager, {
    eventId: event.id,
    userId: user.id,
    items,
    idempotencyKey: crypto.randomUUID(),
  });
  if (!held.ok) throw new Error(held.code);
  const { reference } = held.booking;
  const holders = items.map(({ ticketTypeCode }) => ({ ticketTypeCode, name: user.name }));
  const confirmed = await confirm(manager, { reference, userId: user.id, holders });
  if (!confirmed.ok) throw new Error(confirmed.code);
  vi.mocked(getViewer).mockResolvedValue({ ...user, isSuperuser: false });
  return reference;
}

/** What a browser saves the file as, or what went wrong. */
async function savedAs(answer: Promise<Response>) {
  const response = await answer.catch((error: Error) => error.message);
  if (typeof response === "string") return response;
  const header = response.headers.get("content-disposition") ?? "";
  const name = /filename\*=UTF-8''([^;]+)$/.exec(header)?.[1];
  const fallback = /filename="([^"]*)"/.exec(header)?.[1];
  return { status: response.status, name: name && decodeURIComponent(name), fallback };
}

const request = new NextRequest("http://localhost/");

test.each([
  ["夏の音楽会-1", "1.ics"],
  ["концерт-у-реки-2", "2.ics"],
  ["مهرجان-الربيع-3", "3.ics"],
  ["café-été-4", "cafe-ete-4.ics"],
  ["straßenfest-på-ærø", "strassenfest-pa-aero.ics"],
  ["हिन्दी-संध्या", "download.ics"],
  ["jazz-night", "jazz-night.ics"],
])("c02: the calendar files of %s have its name", async (slug, fallback) => {
  const reference = await bookedEvent(slug);
  const expected = { status: 200, name: `${slug}.ics`, fallback };
  expect(await savedAs(calendarOfBooking(request, { params: Promise.resolve({ reference }) }))).toEqual(expected);
  expect(await savedAs(calendarOfEvent(request, { params: Promise.resolve({ slug }) }))).toEqual(expected);
});
