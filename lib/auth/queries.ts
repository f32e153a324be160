import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { inspectToken, type TokenFailure, type TokenPurpose } from "./tokens";

type LinkPreview = { ok: true; email: string; signedUpAs?: string } | { ok: false; code: TokenFailure };

/** What the page behind a mailed link shows. Reading it uses nothing up: mail scanners open links, too. */
export async function linkPreview(token: string, purpose: TokenPurpose): Promise<LinkPreview> {
  const inspected = await inspectToken(db, token, purpose);
  return inspected.ok ? { ok: true, email: inspected.email, signedUpAs: inspected.signUp?.name } : inspected;
}

export async function hasPassword(userId: number): Promise<boolean> {
  const [user] = await db.select({ hashed: users.hashedPassword }).from(users).where(eq(users.id, userId));
  return Boolean(user?.hashed);
}
