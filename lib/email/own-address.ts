import { env } from "@/lib/env";

/** The bare address that every email comes from. */
export function ownAddress() {
  return /<([^<>]+)>\s*$/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
}
