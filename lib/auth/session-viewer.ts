import { and, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Session } from "./session";

/** Who is looking. The id is for queries on the server and never leaves it. */
export type Viewer = {
  id: number;
  name: string;
  email: string;
  emailVerified: boolean;
  timeZone: string | null;
  isSuperuser: boolean;
};

/** The user of a session, read anew: null once the account is inactive or its older sessions were ended. */
export async function viewerOf(session: Session): Promise<Viewer | null> {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
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
  if (!row) return null;
  const { emailVerifiedAt, ...viewer } = row;
  return { ...viewer, emailVerified: emailVerifiedAt !== null };
}

/** What a session token is made from. */
export async function sessionUserById(id: number): Promise<{ id: number; sessionsValidFrom: Date } | null> {
  const [user] = await db
    .select({ id: users.id, sessionsValidFrom: users.sessionsValidFrom })
    .from(users)
    .where(and(eq(users.id, id), eq(users.isActive, true)));
  return user ?? null;
}
