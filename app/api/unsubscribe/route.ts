import { redirect } from "next/navigation";
import { setSubscription } from "@/lib/messages/subscription";
import { defineRoute } from "@/lib/requests/define-route";
import { unsubscribeRoute } from "@/texts/site";

/** Email programs post here when their own unsubscribe button is pressed (RFC 8058): without a cookie or a question. */
export const POST = defineRoute("/api/unsubscribe", {
  run: async ({ request }) => {
    const isDone = await setSubscription(readToken(request), true);
    const headers = { "Cache-Control": "no-store" };
    return isDone
      ? new Response(unsubscribeRoute.done, { headers })
      : new Response(unsubscribeRoute.incompleteLink, { status: 400, headers });
  },
});

/** A person who opens the address is asked first, as scanners open every link of an email. */
export const GET = defineRoute("/api/unsubscribe", {
  run: async ({ request }) => redirect(`/unsubscribe?token=${encodeURIComponent(readToken(request))}`),
});

function readToken(request: Request) {
  return new URL(request.url).searchParams.get("token") ?? "";
}
