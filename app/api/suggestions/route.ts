import { parseSearch } from "@/lib/events/schema";
import { suggestEvents } from "@/lib/events/search";
import { defineRoute } from "@/lib/requests/define-route";

/** Suggestions are the same for all visitors. */
const headers = { "Cache-Control": "public, max-age=30, s-maxage=60" };

/** Suggestions for the search field. */
export const GET = defineRoute("/api/suggestions", {
  run: async ({ request }) => {
    const { search } = parseSearch({ q: request.nextUrl.searchParams.get("q") ?? undefined });
    const suggestions = search.q ? await suggestEvents(search.q.replace(/\s+/g, " ")) : [];
    return Response.json({ suggestions }, { headers });
  },
});
