import { db, sql } from "@/db/client";
import { type Role, roles } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { openTestBookings, type TestBookings } from "@/test/booking";
import { makeMember, makeOrganizer, makeUser } from "@/test/factories";

/** The callers of the matrix: the roles of one team, and people who are not in it. */
export const people = [...roles, "owner of another team", "stranger", "superuser", "nobody signed in"] as const;
export type Person = (typeof people)[number];

export type PermissionsFixture = {
  testBookings: TestBookings;
  organizer: { id: number; slug: string };
  /** A second manager, whom actions are applied to. */
  colleague: Viewer;
  owner: Viewer;
  person: Person;
  /** The caller; null without a session. */
  actor: Viewer | null;
};

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

async function makeViewer(values: { isSuperuser?: boolean } = {}): Promise<Viewer> {
  const { id, name, email, timeZone, isSuperuser } = await makeUser(db, values);
  return { id, name, email, timeZone, isSuperuser };
}

async function makeTeamMember(organizerId: number, role: Role): Promise<Viewer> {
  const member = await makeViewer();
  await makeMember(db, { organizerId, userId: member.id, role });
  return member;
}

/** Rows that earlier fixtures left would have to be read with every fingerprint. */
export const truncateFixtures = () => sql`truncate users, organizers, provider_events cascade`;

/** A team with an owner and a manager, and the caller. */
export async function openPermissionsFixture(person: Person): Promise<PermissionsFixture> {
  const organizer = await makeOrganizer(db);
  const owner = await makeTeamMember(organizer.id, "owner");
  const colleague = await makeTeamMember(organizer.id, "manager");
  return {
    testBookings: testBookings,
    organizer,
    owner,
    colleague,
    person,
    actor: await makeActor(person, organizer.id),
  };
}

async function makeActor(person: Person, organizerId: number): Promise<Viewer | null> {
  if (person === "nobody signed in") return null;
  if (person === "stranger") return makeViewer();
  if (person === "superuser") return makeViewer({ isSuperuser: true });
  if (person === "owner of another team") return makeTeamMember((await makeOrganizer(db)).id, "owner");
  return makeTeamMember(organizerId, person);
}
