import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import exceljs from "exceljs";
import { NextRequest } from "next/server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog, bookings, payments, tickets } from "@/db/schema";
import { requireViewer } from "@/lib/auth/viewer";
import { cancel } from "@/lib/booking/cancel";
import { confirm } from "@/lib/booking/confirm";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { recordVenuePayment } from "@/lib/payments/team";
import { makeEvent, makeMember, makeUser } from "@/test/factories";
import { GET } from "./route";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));

afterAll(() => sql.end());

const manager = new BookingConcurrencyManager({ db, redis: null });
type Event = Awaited<ReturnType<typeof makeEvent>>;

async function signIn(userId: number) {
  vi.mocked(requireViewer).mockResolvedValue({
    id: userId,
    name: "Organizer",
    email: "organizer@quorix.test",
    timeZone: null,
    isSuperuser: false,
  });
}

async function book(event: Event, names: string[], type = 0) {
  const user = await makeUser(db, { name: names[0] });
  const ticketTypeCode = event.ticketTypes[type]?.code ?? "";
  const items = [{ ticketTypeCode, quantity: names.length }];
  const held = await reserve(manager, {
    eventId: event.id,
    userId: user.id,
    items,
    idempotencyKey: crypto.randomUUID(),
  });
  if (!held.ok) throw new Error(held.code);
  const { reference } = held.booking;
  const holders = names.map((name) => ({ ticketTypeCode, name }));
  const confirmed = await confirm(manager, { reference, userId: user.id, holders });
  if (!confirmed.ok) throw new Error(confirmed.code);
  return { reference, user };
}

const ask = (slug: string, what: string, query = "") =>
  GET(new NextRequest(`http://localhost/x?${query}`), { params: Promise.resolve({ slug, what }) });

async function rowsOf(response: Response): Promise<Record<string, string>[]> {
  expect(response.status).toBe(200);
  return parse(await response.text(), { bom: true, columns: true });
}

let event: Event;
let team: { organizerId: number; userId: number };
beforeEach(async () => {
  team = await makeMember(db, { role: "manager" });
  await signIn(team.userId);
  event = await makeEvent(db, {
    organizerId: team.organizerId,
    capacity: 1_000,
    maxTicketsPerBooking: 100,
    timeZone: "Asia/Tokyo",
    currency: "JPY",
    ticketTypes: [{ name: "Floor", price: 3000 }, { name: "Balcony" }],
  });
});

describe("attendees", () => {
  it("are one row per ticket, formulas disarmed, in the event's clocks", async () => {
    const { reference, user } = await book(event, ["=1+1", "سارة 🎉"]);
    await db
      .update(bookings)
      .set({ bookedAt: new Date("2026-05-03T20:30:00Z") })
      .where(eq(bookings.reference, reference));
    const response = await ask(event.slug, "attendees");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toMatch(
      new RegExp(`^attachment; filename="attendees-${event.slug}-\\d{4}-\\d\\d-\\d\\d\\.csv"; filename\\*=UTF-8''`),
    );
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    const rows = await rowsOf(response);
    expect(rows.map((row) => row.Name)).toEqual(["'=1+1", "سارة 🎉"]);
    expect(rows[0]).toMatchObject({
      "Ticket type": "Floor",
      Price: "3000 JPY",
      Currency: "JPY",
      State: "valid",
      Booking: reference,
      "Booked by": "'=1+1",
      "Booked by (email)": user.email,
      "Booked (Asia/Tokyo)": "2026-05-04 05:30",
    });
  });

  it("are what the page's filters leave", async () => {
    const floor = await book(event, ["Ada Lovelace", "Grace Hopper"]);
    await book(event, ["Alan Turing"], 1);
    await db.update(tickets).set({ checkedInAt: new Date() }).where(eq(tickets.holderName, "Grace Hopper"));
    const namesFor = async (query: string) =>
      (await rowsOf(await ask(event.slug, "attendees", query))).map((row) => row.Name);
    expect(await namesFor("")).toEqual(["Ada Lovelace", "Grace Hopper", "Alan Turing"]);
    expect(await namesFor(`type=${event.ticketTypes[1]?.code}`)).toEqual(["Alan Turing"]);
    expect(await namesFor("view=tickets&checkedIn=yes")).toEqual(["Grace Hopper"]);
    expect(await namesFor("q=lovel")).toEqual(["Ada Lovelace", "Grace Hopper"]);
    expect(await namesFor("view=tickets&q=lovel")).toContain("Ada Lovelace");
    expect(await namesFor(`q=${floor.reference}`)).toHaveLength(2);
    expect(await namesFor("source=waitlist")).toEqual([]);
    expect(await namesFor("status=cancelled")).toEqual([]);
  });
});

describe("the other lists", () => {
  it("have a row per booking and per place in line", async () => {
    const { reference } = await book(event, ["Ada", "Bob"]);
    const [booking] = await rowsOf(await ask(event.slug, "bookings"));
    expect(booking).toMatchObject({ Booking: reference, Tickets: "2", "Ticket types": "2 × Floor", Total: "6000 JPY" });
    expect(await rowsOf(await ask(event.slug, "waitlist"))).toEqual([]);
    const table = await (await ask(event.slug, "insights", "table=ticket-types")).text();
    expect(table).toContain('"Floor",2,"100%",,"6000 JPY"');
    expect((await ask(event.slug, "insights", "table=nonsense")).status).toBe(404);
  });

  it("are workbooks when asked for", async () => {
    await book(event, ["Ada"]);
    const response = await ask(event.slug, "bookings", "format=xlsx");
    expect(response.headers.get("Content-Type")).toContain("spreadsheetml");
    const read = new exceljs.Workbook();
    await read.xlsx.load(await response.arrayBuffer());
    expect(read.worksheets.map(({ name }) => name)).toEqual(["Bookings"]);
    expect(read.worksheets[0]?.getCell("H2").value).toBe(3000);

    const insights = new exceljs.Workbook();
    await insights.xlsx.load(await (await ask(event.slug, "insights", "format=xlsx")).arrayBuffer());
    expect(insights.getWorksheet("Sales over time")?.getCell("C2").value).toBe(1);
    expect(insights.getWorksheet("By ticket type")?.getCell("E2").value).toBe(3000);
    expect(insights.getWorksheet("Cancellations")?.getCell("A2").value).toBe("No confirmed bookings were cancelled.");
  });
});

describe("who may", () => {
  it("is for the event’s team; the log says who did", async () => {
    await (await ask(event.slug, "attendees", "format=xlsx")).arrayBuffer();
    const [entry] = await db.select().from(auditLog).where(eq(auditLog.eventId, event.id));
    expect(entry).toMatchObject({
      action: "export.downloaded",
      actorId: team.userId,
      detail: { what: "attendees", format: "xlsx" },
    });

    const door = await makeMember(db, { organizerId: team.organizerId, role: "door_staff" });
    await signIn(door.userId);
    expect((await ask(event.slug, "attendees")).status).toBe(403);
    await signIn((await makeMember(db)).userId);
    expect((await ask(event.slug, "attendees")).status).toBe(404);
    await signIn(team.userId);
    expect((await ask(event.slug, "passwords")).status).toBe(404);
  });
});

describe("a download that is given up", () => {
  it.each(["csv", "xlsx"])("as %s closes its cursor, so that the connection is there for others", async (format) => {
    const names = Array.from({ length: 100 }, (_, at) => `Guest ${at} ${"x".repeat(120)}`);
    for (let index = 0; index < 8; index += 1) await book(event, names);
    // More of them than there are places: each must be given back.
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const { body } = await ask(event.slug, "attendees", `format=${format}`);
      const reader = body?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    await expect
      .poll(async () => {
        const [row] = await sql`
          select count(*)::int as open from pg_stat_activity
          where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`;
        return row?.open;
      })
      .toBe(0);
    expect(await rowsOf(await ask(event.slug, "attendees"))).toHaveLength(800);
  });
});

describe("payments", () => {
  it("are one row per payment and refund, as decimals of their currency", async () => {
    const { reference, user } = await book(event, ["Ada", "Grace"]);
    expect(await recordVenuePayment(manager, { reference, actorId: team.userId })).toMatchObject({ ok: true });
    await cancel(manager, { reference, actor: { userId: user.id } });
    await db
      .update(payments)
      .set({ createdAt: new Date("2026-05-03T20:30:00Z"), fee: 120, feeCurrency: "USD", intentId: "pi_1" })
      .where(eq(payments.eventId, event.id));
    const rows = await rowsOf(await ask(event.slug, "payments"));
    expect(rows).toMatchObject([
      {
        ...{ "Time (Asia/Tokyo)": "2026-05-04 05:30", Kind: "Payment", Status: "Paid", Booking: reference },
        ...{ Amount: "6000 JPY", Currency: "JPY", Fee: "", "Fee in another currency": "USD 1.20" },
        ...{ Method: "At the venue", "Provider’s reference": "pi_1" },
      },
      {
        ...{
          Kind: "Refund",
          Status: "To be handed back",
          Booking: reference,
          Amount: "",
          Refunded: "6000 JPY",
          Currency: "JPY",
        },
        Reason: "Booking cancelled",
      },
    ]);
    expect((await ask(event.slug, "payments", "format=xlsx")).status).toBe(200);
    const [booking] = await rowsOf(await ask(event.slug, "bookings"));
    expect(booking).toMatchObject({ Paid: "6000 JPY", Refunded: "6000 JPY" });
  });
});
