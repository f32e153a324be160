import { redirect } from "next/navigation";
import { setSubscription } from "@/lib/messages/subscription";

/** What a mail program posts to when its own unsubscribe button is pressed (RFC 8058): no cookie, no question. */
export async function POST(request: Request) {
  const isDone = await setSubscription(tokenIn(request), true);
  const headers = { "Cache-Control": "no-store" };
  return isDone
    ? new Response("You get no more messages from this organizer.", { headers })
    : new Response("This link is not complete.", { status: 400, headers });
}

/** A person who opens the address is asked first: scanners open every link of a mail. */
export function GET(request: Request) {
  redirect(`/unsubscribe?token=${encodeURIComponent(tokenIn(request))}`);
}

function tokenIn(request: Request) {
  return new URL(request.url).searchParams.get("token") ?? "";
}
