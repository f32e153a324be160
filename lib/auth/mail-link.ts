import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { issueToken } from "./tokens";

/** Issues a link for the account of an address, or nothing where there is none. Returns the ids to relay. */
export async function issueLinkByEmail(link: {
  email: string;
  purpose: "sign_in" | "reset_password";
  callbackPath: string;
}): Promise<{ outboxIds: string[] }> {
  const { email, purpose, callbackPath } = link;
  return db.transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), eq(users.isActive, true)));
    if (!user) return { outboxIds: [] };
    const { outboxId } = await issueToken(tx, { userId: user.id, purpose, callbackPath });
    return { outboxIds: [outboxId] };
  });
}
