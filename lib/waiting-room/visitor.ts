import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const secure = env.NEXTAUTH_URL.startsWith("https://");

/** Identifies a browser in waiting rooms, before sign-in. Random and secret. */
export const visitorCookie = {
  name: "quorix-visitor",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 7 * 86_400 },
} as const;

export const newVisitor = () => randomBytes(16).toString("base64url");

/** Null for a malformed value. */
export function parseVisitor(value: string | undefined): string | null {
  return value && /^[\w-]{22}$/.test(value) ? value : null;
}

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;

/** Sent only with requests to one event's pages, including their actions. */
export const admissionCookie = (slug: string) =>
  ({ name: "quorix-admission", options: { httpOnly: true, sameSite: "lax", path: eventPath(slug), secure } }) as const;

/** Readable by scripts and without authority: tells the static event page when the admission expires. */
export const admittedHint = (slug: string) =>
  ({ name: "quorix-admitted", options: { sameSite: "lax", path: eventPath(slug), secure } }) as const;

const lobbyDrawKey = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix lobby draws", 32));
const DRAW_BYTES = 6;

/**
 * A visitor's rank in the lobby's draw, from 0 to 1. It depends on the visitor's id and a secret, not on the arrival, so no
 * one can predict it.
 */
export function lobbyDraw(eventId: number, visitor: string): number {
  const drawn = createHmac("sha256", lobbyDrawKey).update(`${eventId} ${visitor}`).digest();
  return drawn.readUIntBE(0, DRAW_BYTES) / 2 ** (8 * DRAW_BYTES);
}
