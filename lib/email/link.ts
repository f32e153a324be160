import { env } from "@/lib/env";

/** The absolute address of a path of this application, for use in a mail. */
export function link(path: string) {
  return new URL(path, env.NEXTAUTH_URL).href;
}
