import { endSession } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { whenReachable } from "@/lib/when-reachable";

/**
 * A plain form posts here, so that the browser loads a new document: the router keeps pages left behind in the old
 * one, hidden, with whatever they showed of the account.
 */
export const POST = whenReachable(async (request: Request) => {
  if (request.headers.get("origin") === new URL(env.NEXTAUTH_URL).origin) await endSession();
  return new Response(null, { status: 303, headers: { Location: "/" } });
});
