import { and, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Session } from "./session";

/** Who is looking. The id is for queries on the server and never leaves it. */
export type Viewer = {
  id: number;
  name: string;
  email: string;
  timeZone: string | null;
  isSuperuser: boolean;
};

/** The user of a session, read anew: null once the account is inactive or its older sessions were ended. */
export async function viewerOf(session: Session): Promise<Viewer | null> {
  const [viewer] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      timeZone: users.timeZone,
      isSuperuser: users.isSuperuser,
    })
    .from(users)
    .where(
      and(
        eq(users.id, session.userId),
        eq(users.isActive, true),
        // The column counts microseconds and a session milliseconds, rounded down.
        lte(sql`date_trunc('milliseconds', ${users.sessionsValidFrom})`, session.signedInAt.toISOString()),
      ),
    );
  return viewer ?? null;
}

/** What a session token is made from. */
export async function sessionUserById(id: number): Promise<{ id: number; sessionsValidFrom: Date } | null> {
  const [user] = await db
    .select({ id: users.id, sessionsValidFrom: users.sessionsValidFrom })
    .from(users)
    .where(and(eq(users.id, id), eq(users.isActive, true)));
  return user ?? null;
}
