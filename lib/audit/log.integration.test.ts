import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, teamInvitations } from "@/db/schema";
import { legacyCheckInActions } from "@/db/schema/audit-actions";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { makeEvent, makeMember, makeOrganizer, makeUser } from "@/test/factories";
import { listAuditActors, readAuditLog } from "./log";
import { auditHref, auditSearchSchema } from "./search";

let organizerId: number;
let ownerId: number;
let managerId: number;
let event: Awaited<ReturnType<typeof makeEvent>>;

const minute = (at: number) => new Date(Date.UTC(2026, 4, 1, 22, at));

type Entry = Omit<typeof auditLog.$inferInsert, "organizerId">;
const write = (...entries: Entry[]) => db.insert(auditLog).values(entries.map((entry) => ({ organizerId, ...entry })));
const read = (search: Record<string, string> = {}, options: { timeZone?: string; pageSize?: number } = {}) =>
  readAuditLog(organizerId, auditSearchSchema.parse(search), { timeZone: "UTC", ...options });
const texts = async (search: Record<string, string> = {}, options = {}) =>
  (await read(search, options)).entries.map(({ text }) => text);

beforeEach(async () => {
  organizerId = (await makeOrganizer(db)).id;
  ownerId = (await makeMember(db, { organizerId, userId: (await makeUser(db, { name: "Ada" })).id })).userId;
  const manager = await makeUser(db, { name: "Mina" });
  managerId = (await makeMember(db, { organizerId, userId: manager.id, role: "manager" })).userId;
  event = await makeEvent(db, { organizerId, name: "Night of lanterns" });
});

describe("the log", () => {
  it("shows the team's actions, and attendees' actions only on request", async () => {
    const attendee = (await makeUser(db, { name: "Tomoko" })).id;
    await write(
      { action: "booking.held", actorId: attendee, eventId: event.id, at: minute(1) },
      { action: "booking.cancelled", actorId: attendee, eventId: event.id, at: minute(2) },
      { action: "event.published", actorId: managerId, eventId: event.id, at: minute(3) },
      { action: "booking.cancelled", actorId: managerId, detail: { byTeam: true, reason: "double" }, at: minute(4) },
      { action: "waitlist.offered", actorId: null, eventId: event.id, at: minute(5) },
    );
    expect(await texts()).toEqual(["cancelled the booking: “double”", "published the event"]);
    expect(await texts({ show: "all" })).toHaveLength(5);
    const [, published] = (await read()).entries;
    expect(published).toMatchObject({ actor: "Mina", event: { slug: event.slug, name: "Night of lanterns" } });
  });

  it("names the person an action was about, also an address without an account", async () => {
    const id = crypto.randomUUID();
    const invitation = { id, organizerId, email: "new@quorix.test", role: "manager", invitedBy: ownerId } as const;
    await db.insert(teamInvitations).values({ ...invitation, expiresAt: minute(9) });
    await write(
      { action: "team.invited", actorId: ownerId, detail: { invitationId: id, role: "manager" }, at: minute(1) },
      { action: "team.removed", actorId: ownerId, detail: { userId: managerId }, at: minute(2) },
    );
    expect(await texts()).toEqual(["removed Mina from the team", "invited new@quorix.test as manager"]);
  });

  it("shows one organizer's entries only", async () => {
    await write({ action: "event.published", actorId: managerId, eventId: event.id });
    const other = (await makeOrganizer(db)).id;
    const search = auditSearchSchema.parse({ show: "all" });
    expect((await readAuditLog(other, search, { timeZone: "UTC" })).entries).toEqual([]);
    const elsewhere = await readAuditLog(other, auditSearchSchema.parse({ event: event.slug }), { timeZone: "UTC" });
    expect(elsewhere.entries).toEqual([]);
  });
});

describe("check-ins", () => {
  it("are found under their own kind only, including legacy actions", async () => {
    const actions = ["check-in.admitted", "check-in.undone", "scan.conflict", ...legacyCheckInActions] as const;
    await write(...actions.map((action, at) => ({ action, actorId: managerId, eventId: event.id, at: minute(at) })));
    await write({ action: "ticket.holder-corrected", actorId: managerId, at: minute(9) });
    expect(await texts({ kind: "door" })).toEqual([
      "undid a check-in",
      "checked a ticket in",
      "checked in someone who shouldn’t have been",
      "undid a check-in",
      "checked a ticket in",
    ]);
    expect(await texts({ kind: "booking" })).toEqual(["corrected the name on a ticket"]);
  });
});

describe("a filter", () => {
  beforeEach(async () => {
    const quiet = await makeEvent(db, { organizerId, name: "Quiet hour" });
    await write(
      { action: "event.published", actorId: ownerId, eventId: event.id, at: minute(0) },
      { action: "team.left", actorId: managerId, at: minute(30) },
      { action: "event.changed", actorId: managerId, eventId: quiet.id, at: minute(90) },
      { action: "event.counters-mended", actorId: null, eventId: event.id, at: minute(150) },
    );
  });

  it.each([
    ["kind", { kind: "team" }, ["left the team"]],
    ["an event's name", { event: "quiet" }, ["changed the event"]],
    ["an unknown event", { event: "nothing like it" }, []],
    ["Quorix", { person: "quorix" }, ["corrected the seat counters"]],
    ["a made-up person", { person: "x".repeat(22) }, []],
  ])("by %s", async (_name, search, expected) => {
    expect(await texts(search)).toEqual(expected);
  });

  it("by person, including former members, and by an event's slug", async () => {
    expect(await texts({ person: encodeOpaqueId(ownerId, "member") })).toEqual(["published the event"]);
    expect(await texts({ event: event.slug })).toHaveLength(2);
    const names = (await listAuditActors(organizerId)).map(({ name }) => name);
    expect(names).toEqual(["Ada", "Mina", "Quorix"]);
  });

  it("by day is the viewer's day, its end included", async () => {
    // 23:30 in London is 1 May there; 00:30 and later, 2 May.
    expect(await texts({ from: "2026-05-02" }, { timeZone: "Europe/London" })).toHaveLength(2);
    expect(await texts({ to: "2026-05-01" }, { timeZone: "Europe/London" })).toHaveLength(2);
    expect(await texts({ from: "2026-05-02" })).toHaveLength(1);
    expect(await texts({ from: "2026-05-01", to: "2026-05-01" })).toHaveLength(3);
  });
});

describe("paging", () => {
  it("goes through all entries by time, forwards and backwards, also with equal times", async () => {
    const entries = Array.from({ length: 11 }, (_, index) => ({
      action: "event.capacity-changed" as const,
      actorId: ownerId,
      detail: { from: index, to: index + 1 },
      at: minute(Math.floor(index / 4)),
    }));
    await write(...entries);
    const all = await texts();
    expect(all).toHaveLength(11);
    const seen: string[] = [];
    let after: string | null = "";
    let page = await read({}, { pageSize: 3 });
    for (; after !== null; after = page.next) {
      if (after) page = await read({ after }, { pageSize: 3 });
      seen.push(...page.entries.map(({ text }) => text));
    }
    expect(seen).toEqual(all);
    const back = await read({ before: page.previous ?? "" }, { pageSize: 3 });
    expect(back.entries.map(({ text }) => text)).toEqual(all.slice(6, 9));
  });
});

it("the URL has the set filters and ignores invalid ones", () => {
  const search = auditSearchSchema.parse({
    kind: "nonsense",
    from: "yesterday",
    event: "  ",
    person: ["a", "b"],
    show: "all",
  });
  expect(auditHref(search)).toBe("/organize/audit?show=all");
});
