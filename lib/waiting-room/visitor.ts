import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const secure = env.NEXTAUTH_URL.startsWith("https://");

/** Names a browser in waiting rooms, before anybody signs in. Random, and known to nobody else. */
export const visitorCookie = {
  name: "quorix-visitor",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 7 * 86_400 },
} as const;

export const newVisitor = () => randomBytes(16).toString("base64url");

/** Null for what is none of ours by its form. */
export function parseVisitor(value: string | undefined): string | null {
  return value && /^[\w-]{22}$/.test(value) ? value : null;
}

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;

/** Goes with requests of one event's pages only, its actions among them. */
export const admissionCookie = (slug: string) =>
  ({ name: "quorix-admission", options: { httpOnly: true, sameSite: "lax", path: eventPath(slug), secure } }) as const;

/** Worth nothing and readable by scripts: tells the static event page until when its visitor may reserve. */
export const admittedHint = (slug: string) =>
  ({ name: "quorix-admitted", options: { sameSite: "lax", path: eventPath(slug), secure } }) as const;

const lobbyDrawKey = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix lobby draws", 32));
const DRAW_BYTES = 6;

/**
 * Where in the lobby's draw somebody is, from 0 to 1: by who they are and not by when they came, and nobody can work
 * it out for themselves.
 */
export function lobbyDraw(eventId: number, visitor: string): number {
  const drawn = createHmac("sha256", lobbyDrawKey).update(`${eventId} ${visitor}`).digest();
  return drawn.readUIntBE(0, DRAW_BYTES) / 2 ** (8 * DRAW_BYTES);
}
