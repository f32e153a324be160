import { eq, inArray, sql } from "drizzle-orm";
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
import { sealId } from "@/lib/names/sealed-id";
import { invitationToken } from "@/lib/team/invitation-link";
import { makeMember, makeOrganizer, makePeople, makeUser } from "@/test/factories";
import type { Known } from "./arbitrary";

export type Kind = "anonymous" | "attendee" | "organizer" | "door staff" | "superuser";

/** Some of each: limits count by the person. */
const TEAM = 25;
const ATTENDEES = 150;
const VICTIMS = 20;

/** People of each kind, and what of the demo data and of what they do there is to name. */
export async function openWorld(db: Database, secret: string) {
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
  const victims = await people(VICTIMS, "victim");
  // Nobody has to be let go twice: a team of its own, that takes what is done to teams.
  const other = await makeOrganizer(db);
  await makeMember(db, { organizerId: other.id, userId: (await makeUser(db)).id });

  /** What somebody takes from somebody is given back, so that all kinds go on asking. */
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
  const cookies: Record<Kind, readonly string[]> = {
    anonymous: [""],
    attendee: await sessions(buyers),
    organizer: await sessions(team.organizer),
    "door staff": await sessions(team["door staff"]),
    superuser: await sessions(admins),
  };

  /** What can be named now. */
  async function known(): Promise<Known> {
    const mine = await db
      .select()
      .from(events)
      .where(eq(events.organizerId, organizer?.id ?? 0))
      .limit(30);
    const ids = mine.map(({ id }) => id);
    const types = await db.select().from(ticketTypes).where(inArray(ticketTypes.eventId, ids)).limit(60);
    const booked = await db
      .select()
      .from(bookings)
      .where(inArray(bookings.eventId, ids))
      .orderBy(sql`random()`)
      .limit(60);
    const held = await db.select().from(tickets).where(inArray(tickets.eventId, ids)).orderBy(sql`random()`).limit(60);
    const waiting = await db.select().from(waitlistEntries).limit(40);
    const told = await db.select().from(operations).limit(20);
    const invited = await db.select().from(teamInvitations).limit(20);
    const runs = await db.select().from(failedRuns).limit(10);
    const mails = await db.select().from(emailDeliveries).limit(20);
    return {
      slug: mine.map(({ slug }) => slug),
      organizer: [organizer?.slug, other.slug],
      version: mine.map(({ version }) => version),
      eventName: mine.map(({ name }) => name),
      ticketTypeCode: types.map(({ code }) => code),
      to: [...types.map(({ code }) => code), "all", "waitlist", ...types.map(({ code }) => `type:${code}`)],
      reference: booked.map(({ reference }) => reference),
      ticketCode: held.map(({ code }) => code),
      text: held.map(({ code }) => code),
      entry: waiting.map(({ id }) => sealId(id, "waitlist")),
      member: victims.map((id) => sealId(id, "member")),
      user: victims.map((id) => sealId(id, "user")),
      operation: told.map(({ id }) => id),
      invitation: invited.map(({ id }) => id),
      token: [...invited.map(({ id }) => invitationToken(id)), "made-up"],
      runId: runs.map(({ runId }) => runId),
      key: mails.map(({ key }) => key),
      what: ["attendees", "bookings", "waitlist", "insights", "nothing"],
      part: ["pages.xml", "events-0.xml", "events-999999.xml", "nothing.xml"],
      email: ["ada@quorix.test", "nobody@example.com", "ADA@QUORIX.TEST"],
      timeZone: ["Europe/Lisbon", "Asia/Tokyo", "UTC"],
      currency: ["EUR", "JPY", "KWD"],
      category: ["music", "theatre"],
      country: ["PT", "DE"],
    };
  }

  return { cookies, known, restore };
}
