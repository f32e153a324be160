import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { createTtlCache } from "@/lib/cache/ttl-cache";
import { env } from "@/lib/env";

export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

const secure = env.NEXTAUTH_URL.startsWith("https://");

export const sessionCookie = {
  name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
  options: { httpOnly: true, sameSite: "lax", path: "/", secure },
} as const;

/** Worth nothing and readable by scripts: tells the static header whether asking who is here is worth a request. */
const signedInHintCookie = { name: "quorix-signed-in", options: { sameSite: "lax", path: "/", secure } } as const;

const claimsSchema = z.object({ sub: z.string().regex(/^\d+$/).transform(Number), signedInAt: z.number() });

export type Session = { userId: number; signedInAt: Date };

/**
 * What a session token says: who, and since when. next-auth renews `iat` whenever it renews the token, so the moment
 * that `sessions_valid_from` is compared with is a claim of its own.
 */
export function sessionClaims(user: { id: number; sessionsValidFrom: Date }, now = new Date()) {
  // Clocks differ between machines: a session never starts before the moment that ended the ones before it.
  return { sub: String(user.id), signedInAt: Math.max(now.getTime(), user.sessionsValidFrom.getTime()) };
}

export function encodeSession(user: { id: number; sessionsValidFrom: Date }): Promise<string> {
  return encode({ token: sessionClaims(user), secret: env.NEXTAUTH_SECRET, maxAge: sessionMaxAgeSeconds });
}

/**
 * Null for anything that is not a live token of ours. Whether its user may still use it is another question. Kept for a
 * minute, as decrypting is dear and a browser asks more than once.
 */
export const decodeSession = createTtlCache({
  lifetimeMs: 60_000,
  maxEntries: 20_000,
  load: async (token: string | undefined): Promise<Session | null> => {
    const payload = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null);
    const parsed = claimsSchema.safeParse(payload);
    return parsed.success ? { userId: parsed.data.sub, signedInAt: new Date(parsed.data.signedInAt) } : null;
  },
});

export async function readSession(): Promise<Session | null> {
  return decodeSession((await cookies()).get(sessionCookie.name)?.value);
}

/** Signs the browser in, from a server action or a route handler. */
export async function startSession(user: { id: number; sessionsValidFrom: Date }) {
  const store = await cookies();
  store.set(sessionCookie.name, await encodeSession(user), { ...sessionCookie.options, maxAge: sessionMaxAgeSeconds });
  await setSignedInHint();
}

export async function endSession() {
  const store = await cookies();
  store.delete({ name: sessionCookie.name, ...sessionCookie.options });
  await clearSignedInHint();
}

export async function setSignedInHint() {
  // A new value each time: the header notices, and asks again.
  (await cookies()).set(signedInHintCookie.name, Date.now().toString(36), {
    ...signedInHintCookie.options,
    maxAge: sessionMaxAgeSeconds,
  });
}

export async function clearSignedInHint() {
  (await cookies()).delete({ name: signedInHintCookie.name, ...signedInHintCookie.options });
}
