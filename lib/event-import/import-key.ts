import { createHash } from "node:crypto";

/** Short and of one length, whatever a file calls its events. */
export function importKey(kind: "id" | "row" | "calendar", parts: string[]): string {
  return `${kind}:${createHash("sha256").update(parts.join("\0")).digest("base64url")}`;
}
