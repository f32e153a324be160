import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

const key = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix lobby draws", 32));
const BYTES = 6;

/**
 * Where in the lobby's draw somebody is, from 0 to 1: by who they are and not by when they came, and nobody can work
 * it out for themselves.
 */
export function lobbyScore(eventId: number, visitor: string): number {
  const drawn = createHmac("sha256", key).update(`${eventId} ${visitor}`).digest();
  return drawn.readUIntBE(0, BYTES) / 2 ** (8 * BYTES);
}
