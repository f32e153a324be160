import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const key = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix team invitations", 32));

function signature(id: string) {
  return createHmac("sha256", key).update(id).digest("base64url");
}

/** The token of an emailed link: the row's id and a signature, so that a leaked table gives no access. */
export function invitationToken(id: string): string {
  return `${id}.${signature(id)}`;
}

/** The row id of a token with a valid signature. */
export function invitationId(token: string): string | null {
  const [, id, mac] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? [];
  if (!id || !mac) return null;
  return timingSafeEqual(Buffer.from(mac), Buffer.from(signature(id))) ? id : null;
}

/** The page of an invitation. Opening it changes nothing: the page has a button. */
export function invitationPath(id: string): string {
  return `/invitations/${invitationToken(id)}`;
}
