import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** A name for a viewer that says nothing: keeps apart what different people leave on one device. */
export function viewerKey(userId: number): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET)
    .update(`check-in device of ${userId}`)
    .digest("base64url")
    .slice(0, 16);
}
