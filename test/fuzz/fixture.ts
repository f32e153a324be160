import { desc, eq, inArray } from "drizzle-orm";
import { mintSession } from "@/bench/session";
import type { Database } from "@/db/connect";
import {
  bookings,
  emailDeliveries,
  events,
  failedRuns,
  operations,
  organizerMembers,
  organizers,
  teamInvitations,
  tickets,
  ticketTypes,
  users,
  waitlistEntries,
} from "@/db/schema";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { invitationToken } from "@/lib/team/invitation-link";
import { makeEvent, makeMember, makeOrganizer, makePeople, makeUser } from "@/test/factories";
import type { KnownValues } from "./arbitrary";

export type UserKind = "anonymous" | "attendee" | "organizer" | "door staff" | "superuser";

/** Several of each, as limits count per person, but few, so that some requests concern their own data. */
const TEAM = 12;
const ATTENDEES = 12;
const TARGET_USERS = 20;
/** Few, so that fields of one request often refer to the same event. */
const EVENTS = 5;

/** People of each kind, and the values of the demo data and of their actions that requests can refer to. */
export async function openFuzzFixture(db: Database, secret: string) {
  const [organizer] = await db.select().from(organizers).limit(1);
  if (!organizer) throw new Error("There is no demo data.");
  const people = (count: number, name: string) =>
    makePeople(
      db,
      Array.from({ length: count }, (_, at) => ({
        name: `${name} ${at}`,
        email: `${name.replace(" ", "-")}-${at}@quorix.test`,
        emailVerifiedAt: new Date(),
        sessionsValidFrom: new Date(0),
      })),
    );
  const team = { organizer: await people(TEAM, "organizer"), "door staff": await people(TEAM, "door staff") };
  const admins = await people(TEAM, "superuser");
  const buyers = await people(ATTENDEES, "attendee");
  const victims = await people(TARGET_USERS, "victim");
  const draft = await makeEvent(db, { organizerId: organizer.id, status: "draft" });
  // A separate team for actions that change teams.
  const other = await makeOrganizer(db);
  await makeMember(db, { organizerId: other.id, userId: (await makeUser(db)).id });

  /** Restores permissions that requests have removed, so that all kinds of callers continue. */
  async function restore() {
    for (const [role, ids] of [
      ["owner", team.organizer],
      ["door_staff", team["door staff"]],
    ] as const) {
      await db
        .insert(organizerMembers)
        .values(ids.map((userId) => ({ organizerId: organizer?.id ?? 0, userId, role })))
        .onConflictDoUpdate({
          target: [organizerMembers.organizerId, organizerMembers.userId],
          set: { role },
        });
    }
    const all = [...team.organizer, ...team["door staff"], ...admins, ...buyers];
    await db
      .update(users)
      .set({ isActive: true, sessionsValidFrom: new Date(0) })
      .where(inArray(users.id, all));
    await db.update(users).set({ isSuperuser: true }).where(inArray(users.id, admins));
  }
  await restore();

  const sessions = async (ids: number[]) => Promise.all(ids.map((id) => mintSession(id, secret)));
  const cookies: Record<UserKind, readonly string[]> = {
    anonymous: [""],
    attendee: await sessions(buyers),
    organizer: await sessions(team.organizer),
    "door staff": await sessions(team["door staff"]),
    superuser: await sessions(admins),
  };

  /** The values that requests can refer to now, and those of one event. */
  async function known(): Promise<{ all: KnownValues; byEvent: KnownValues[] }> {
    const ownEvents = await db
      .select()
      .from(events)
      .where(eq(events.organizerId, organizer?.id ?? 0))
      .orderBy(events.id)
      .limit(EVENTS);
    ownEvents.push(draft);
    const invited = await db.select().from(teamInvitations).limit(20);
    const runs = await db.select().from(failedRuns).limit(10);
    const deliveries = await db.select().from(emailDeliveries).limit(20);
    const byEvent = await Promise.all(ownEvents.map(ofEvent));
    const names = Object.keys(byEvent[0] ?? {});
    const ofAny = Object.fromEntries(names.map((name) => [name, byEvent.flatMap((one) => one[name] ?? [])]));
    const besides: KnownValues = {
      organizer: [organizer?.slug, other.slug],
      member: victims.map((id) => encodeOpaqueId(id, "member")),
      user: victims.map((id) => encodeOpaqueId(id, "user")),
      invitation: invited.map(({ id }) => id),
      token: [...invited.map(({ id }) => invitationToken(id)), "made-up"],
      runId: runs.map(({ runId }) => runId),
      key: deliveries.map(({ key }) => key),
      what: ["attendees", "bookings", "waitlist", "insights", "nothing"],
      part: ["pages.xml", "events-0.xml", "events-999999.xml", "nothing.xml"],
      nextauth: ["providers", "session", "csrf", "signin", "signout", "callback", "credentials", "error", "_log"],
      email: ["ada@quorix.test", "nobody@example.com", "ADA@QUORIX.TEST"],
      timeZone: ["Europe/Lisbon", "Asia/Tokyo", "UTC"],
      currency: ["EUR", "JPY", "KWD"],
      category: ["music", "theatre"],
      country: ["PT", "DE"],
    };
    return { all: { ...besides, ...ofAny }, byEvent: byEvent.map((one) => ({ ...besides, ...one })) };
  }

  async function ofEvent({ id, slug, version, name }: typeof events.$inferSelect): Promise<KnownValues> {
    const types = await db.select().from(ticketTypes).where(eq(ticketTypes.eventId, id));
    const booked = await db
      .select()
      .from(bookings)
      .where(eq(bookings.eventId, id))
      .orderBy(desc(bookings.id))
      .limit(20);
    const held = await db.select().from(tickets).where(eq(tickets.eventId, id)).orderBy(desc(tickets.id)).limit(20);
    const waiting = await db.select().from(waitlistEntries).where(eq(waitlistEntries.eventId, id)).limit(20);
    const eventOperations = await db.select().from(operations).where(eq(operations.eventId, id)).limit(20);
    return {
      slug: [slug],
      version: [version],
      eventName: [name],
      ticketTypeCode: types.map(({ code }) => code),
      to: [...types.flatMap(({ code }) => [code, `type:${code}`]), "all", "waitlist"],
      reference: booked.map(({ reference }) => reference),
      ticketCode: held.map(({ code }) => code),
      text: held.map(({ code }) => code),
      entry: waiting.map((entry) => encodeOpaqueId(entry.id, "waitlist")),
      operation: eventOperations.map((operation) => operation.id),
    };
  }

  return { cookies, known, restore };
}
