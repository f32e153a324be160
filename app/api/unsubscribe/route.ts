import { redirect } from "next/navigation";
import { setSubscription } from "@/lib/messages/subscription";
import { defineRoute } from "@/lib/requests/define-route";

/** What a mail program posts to when its own unsubscribe button is pressed (RFC 8058): no cookie, no question. */
export const POST = defineRoute("/api/unsubscribe", {
  run: async ({ request }) => {
    const isDone = await setSubscription(readToken(request), true);
    const headers = { "Cache-Control": "no-store" };
    return isDone
      ? new Response("You get no more messages from this organizer.", { headers })
      : new Response("This link is not complete.", { status: 400, headers });
  },
});

/** A person who opens the address is asked first: scanners open every link of a mail. */
export const GET = defineRoute("/api/unsubscribe", {
  run: async ({ request }) => redirect(`/unsubscribe?token=${encodeURIComponent(readToken(request))}`),
});

function readToken(request: Request) {
  return new URL(request.url).searchParams.get("token") ?? "";
}
