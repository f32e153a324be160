import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { type RateLimitResult, rateLimit, returnAttempt } from "@/lib/redis/rate-limit";
import { passwordMatches } from "./password";

export type SessionUser = { id: number; sessionsValidFrom: Date };

type Authentication =
  | { ok: true; user: SessionUser }
  | { ok: false; code: "WRONG_CREDENTIALS" }
  | ({ ok: false; code: "TOO_MANY_ATTEMPTS" } & Omit<Extract<RateLimitResult, { ok: false }>, "ok">);

/** Does the same work and gives the same result for an unknown or unverified address as for a wrong password. */
export async function authenticate(credentials: {
  email: string;
  password: string;
  ip: string;
}): Promise<Authentication> {
  const { email, password, ip } = credentials;
  const limit = await rateLimit("sign-in", { address: email, ip });
  if (!limit.ok) return { ...limit, code: "TOO_MANY_ATTEMPTS" };
  const [user] = await db
    .select({
      id: users.id,
      hashedPassword: users.hashedPassword,
      isActive: users.isActive,
      emailVerifiedAt: users.emailVerifiedAt,
      sessionsValidFrom: users.sessionsValidFrom,
    })
    .from(users)
    .where(eq(users.email, email));
  const matches = await passwordMatches(user?.hashedPassword, password);
  // The password of an unverified address is refused: signing up and then in would tell whether the address has an
  // account.
  if (!matches || !user?.isActive || !user.emailVerifiedAt) return { ok: false, code: "WRONG_CREDENTIALS" };
  await returnAttempt("sign-in", email);
  return { ok: true, user: { id: user.id, sessionsValidFrom: user.sessionsValidFrom } };
}
