import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connectionLostError } from "@/db/errors";
import { arrayParameter } from "@/db/prepared-statements";
import { users } from "@/db/schema";
import { type Deadline, deadlineIn } from "@/lib/deadline";
import { KeyedBatcher } from "@/lib/keyed-batcher";
import { perProcess } from "@/lib/per-process";
import type { Session } from "./session";

/** The signed-in user. The id is for queries on the server and never leaves it. */
export type Viewer = {
  id: number;
  name: string;
  email: string;
  timeZone: string | null;
  isSuperuser: boolean;
};

type LookupResult = { user: (Viewer & { sessionsValidFrom: Date }) | undefined };

/** Lookups that arrive while a query runs share the next one, as there may be thousands a second. */
const lookups = perProcess(
  "viewerLookups",
  () =>
    new KeyedBatcher<number, LookupResult>({
      run: (_, ids) => findUsers(ids),
      ...{ maxBatch: 500, maxWaiting: 100_000, runMs: 0, maxRuns: 1 },
    }),
);
/** All lookups share one key. */
const ALL = 0;

async function findUsers(ids: number[]): Promise<LookupResult[]> {
  const { id, name, email, timeZone, isSuperuser, sessionsValidFrom } = users;
  const rows = await db
    .select({ id, name, email, timeZone, isSuperuser, sessionsValidFrom })
    .from(users)
    .where(and(sql`${users.id} = any(${arrayParameter(ids, "bigint", (id) => id)})`, eq(users.isActive, true)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => ({ user: byId.get(id) }));
}

/** How long the oldest lookup has taken so far, in milliseconds. */
export const oldestLookupMs = () => lookups.oldestRunMs();

/**
 * The user of a session, read from the database; null if the account is inactive or the session was ended. Throws an
 * error that `isConnectionLost` recognises if the database does not respond by the deadline.
 */
export async function viewerForSession(session: Session, deadline: Deadline = deadlineIn()): Promise<Viewer | null> {
  const found = await lookups.submit(ALL, session.userId, deadline);
  if (!("user" in found))
    throw connectionLostError("CONNECTION_WAIT", "the database did not return the viewer in time");
  if (!found.user) return null;
  const { sessionsValidFrom, ...viewer } = found.user;
  return sessionsValidFrom.getTime() <= session.signedInAt.getTime() ? viewer : null;
}

export async function sessionUserById(id: number): Promise<{ id: number; sessionsValidFrom: Date } | null> {
  const [user] = await db
    .select({ id: users.id, sessionsValidFrom: users.sessionsValidFrom })
    .from(users)
    .where(and(eq(users.id, id), eq(users.isActive, true)));
  return user ?? null;
}
