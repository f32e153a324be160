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

/** Readable by scripts, and no proof of anything: tells the static header whether to request /api/me. */
const signedInHintCookie = { name: "quorix-signed-in", options: { sameSite: "lax", path: "/", secure } } as const;

const claimsSchema = z.object({ sub: z.string().regex(/^\d+$/).transform(Number), signedInAt: z.number() });

export type Session = { userId: number; signedInAt: Date };

/**
 * The claims of a session token. next-auth renews `iat` with the token, so the time of signing in, which is compared
 * with `sessions_valid_from`, has a claim of its own.
 */
export function sessionClaims(user: { id: number; sessionsValidFrom: Date }, now = new Date()) {
  // Clocks differ between machines: a session must not start before the moment that ended the earlier ones.
  return { sub: String(user.id), signedInAt: Math.max(now.getTime(), user.sessionsValidFrom.getTime()) };
}

export function encodeSession(user: { id: number; sessionsValidFrom: Date }): Promise<string> {
  return encode({ token: sessionClaims(user), secret: env.NEXTAUTH_SECRET, maxAge: sessionMaxAgeSeconds });
}

/**
 * Null for anything but a valid token of ours; whether its session was ended is checked elsewhere. Cached for a minute,
 * as decrypting is expensive and a browser sends many requests.
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
  // The value changes each time, so that the header requests /api/me again.
  (await cookies()).set(signedInHintCookie.name, Date.now().toString(36), {
    ...signedInHintCookie.options,
    maxAge: sessionMaxAgeSeconds,
  });
}

export async function clearSignedInHint() {
  (await cookies()).delete({ name: signedInHintCookie.name, ...signedInHintCookie.options });
}
