import { db, sql } from "@/db/client";
import { type Role, roles } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type BoxOffice, openBoxOffice } from "@/test/booking";
import { makeMember, makeOrganizer, makeUser } from "@/test/factories";

/** Everybody the matrix asks as: the roles of one team, and people who are not in it. */
export const people = [...roles, "owner of another team", "stranger", "superuser", "nobody signed in"] as const;
export type Person = (typeof people)[number];

export type World = {
  office: BoxOffice;
  organizer: { id: number; slug: string };
  /** A second manager, whom things are done to. */
  colleague: Viewer;
  owner: Viewer;
  person: Person;
  /** Who acts; null where nobody is signed in. */
  actor: Viewer | null;
};

const office = await openBoxOffice({ url: "", db, sql, close: async () => {} });

async function viewer(values: { isSuperuser?: boolean } = {}): Promise<Viewer> {
  const { id, name, email, timeZone, isSuperuser } = await makeUser(db, values);
  return { id, name, email, timeZone, isSuperuser };
}

async function join(organizerId: number, role: Role): Promise<Viewer> {
  const member = await viewer();
  await makeMember(db, { organizerId, userId: member.id, role });
  return member;
}

/** What worlds before left would have to be read with every fingerprint. */
export const emptyWorlds = () => sql`truncate users, organizers cascade`;

/** A team with an owner and a manager, and somebody who is about to try something. */
export async function openWorld(person: Person): Promise<World> {
  const organizer = await makeOrganizer(db);
  const owner = await join(organizer.id, "owner");
  const colleague = await join(organizer.id, "manager");
  return { office, organizer, owner, colleague, person, actor: await actorOf(person, organizer.id) };
}

async function actorOf(person: Person, organizerId: number): Promise<Viewer | null> {
  if (person === "nobody signed in") return null;
  if (person === "stranger") return viewer();
  if (person === "superuser") return viewer({ isSuperuser: true });
  if (person === "owner of another team") return join((await makeOrganizer(db)).id, "owner");
  return join(organizerId, person);
}
