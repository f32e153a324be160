import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { inspectToken, type TokenFailure, type TokenPurpose } from "./tokens";

type LinkPreview =
  | {
      ok: true;
      email: string;
      signedUpAs?: string;
      /** The name of a new account that was created by its sign-in link. */
      newName?: string;
    }
  | { ok: false; code: TokenFailure };

/** For the page behind an emailed link. Does not use up the link, as email scanners open links, too. */
export async function getLinkPreview(token: string, purpose: TokenPurpose): Promise<LinkPreview> {
  const inspected = await inspectToken(db, token, purpose);
  if (!inspected.ok) return inspected;
  const { email, signUp, unverifiedName } = inspected;
  return { ok: true, email, signedUpAs: signUp?.name, newName: signUp ? undefined : (unverifiedName ?? undefined) };
}

export async function hasPassword(userId: number): Promise<boolean> {
  const [user] = await db.select({ hashed: users.hashedPassword }).from(users).where(eq(users.id, userId));
  return Boolean(user?.hashed);
}
