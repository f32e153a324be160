import type { NextRequest } from "next/server";
import { parseSearch } from "@/lib/events/schema";
import { suggestEvents } from "@/lib/events/search";
import { whenReachable } from "@/lib/when-reachable";

/** Everybody who types the same is offered the same. */
const headers = { "Cache-Control": "public, max-age=30, s-maxage=60" };

/** What the field for words offers while somebody types `q`. */
export const GET = whenReachable(async (request: NextRequest) => {
  const { search } = parseSearch({ q: request.nextUrl.searchParams.get("q") ?? undefined });
  const suggestions = search.q ? await suggestEvents(search.q.replace(/\s+/g, " ")) : [];
  return Response.json({ suggestions }, { headers });
});
