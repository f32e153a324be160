import { desk } from "@/lib/check-in/desk";
import { doorAnswer, mayAtDoor } from "@/lib/check-in/door-access";
import { listSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** The tickets of the event for a device's own list, or what changed since the version it has (`?since=`). */
export const GET = defineRoute("/api/organize/events/[slug]/check-in/list", {
  fromOwnPage: true,
  access: mayAtDoor,
  run: async ({ request, door }) => {
    const asked = listSchema.safeParse({ since: request.nextUrl.searchParams.get("since") });
    if (!asked.success) return doorAnswer({ code: "INVALID" }, 400);
    const { version, etag } = await desk.version(door);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    return doorAnswer(await desk.list(door, { version, since: asked.data.since }), 200, { ETag: etag });
  },
});
