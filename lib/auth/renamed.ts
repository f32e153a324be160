import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { users } from "@/db/schema";
import { userSearch } from "@/lib/search/vector";

/** What is set on a user who is called this from now on: the name, and what it is found by. An address never changes. */
export async function renamed(db: Queryable, userId: number, name: string) {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user) throw new Error("The user to be renamed is gone.");
  return { name, ...userSearch({ name, email: user.email }) };
}
