import { eventRouteAccessFor } from "@/lib/access/access";
import { MAX_COVER_BYTES } from "@/lib/media/cover-key";
import { removeUploadedCover, uploadCover } from "@/lib/media/cover-upload";
import { bytesBody, defineRoute } from "@/lib/requests/define-route";
import { coverField } from "@/texts/event-editor";

/** Stores the picture in the body and responds with its key; `?replaces=` names the previous picture. */
export const POST = defineRoute("/api/organize/events/[slug]/cover", {
  sameOriginOnly: true,
  access: eventRouteAccessFor("events.edit"),
  limit: ({ viewer }) => ({ action: "cover-upload", address: viewer.email }),
  body: bytesBody(MAX_COVER_BYTES, coverField.tooLarge),
  run: async ({ request, body }) => {
    const { status, ...result } = await uploadCover(body, request.nextUrl.searchParams.get("replaces"));
    return Response.json(result, { status });
  },
});

/** Removes the picture with `?key=`, unless an event uses it. */
export const DELETE = defineRoute("/api/organize/events/[slug]/cover", {
  sameOriginOnly: true,
  access: eventRouteAccessFor("events.edit"),
  run: async ({ request }) => {
    await removeUploadedCover(request.nextUrl.searchParams.get("key"));
    return new Response(null, { status: 204 });
  },
});
