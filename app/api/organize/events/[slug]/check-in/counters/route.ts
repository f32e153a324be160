import { desk } from "@/lib/check-in/desk";
import { doorAnswer, mayAtDoor } from "@/lib/check-in/door-access";
import { defineRoute } from "@/lib/requests/define-route";

/** How many are in, and what needs a look, for the devices that ask every few seconds: nothing new costs them and us next to nothing. */
export const GET = defineRoute("/api/organize/events/[slug]/check-in/counters", {
  fromOwnPage: true,
  access: mayAtDoor,
  run: async ({ request, door }) => {
    const { version, etag } = await desk.version(door);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    const [types, conflicts] = await Promise.all([desk.counts(door.event), desk.conflicts(door.event)]);
    return doorAnswer({ version, types, conflicts }, 200, { ETag: etag });
  },
});
