import { endSession } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { defineRoute } from "@/lib/requests/define-route";

/**
 * A plain form posts here, so that the browser loads a new document: the router keeps hidden pages in the old one, with
 * data of the account.
 */
export const POST = defineRoute("/api/sign-out", {
  run: async ({ request }) => {
    if (request.headers.get("origin") === new URL(env.NEXTAUTH_URL).origin) await endSession();
    return new Response(null, { status: 303, headers: { Location: "/" } });
  },
});
