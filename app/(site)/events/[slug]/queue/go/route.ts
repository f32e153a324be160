import { defineRoute } from "@/lib/requests/define-route";
import { admissionToken } from "@/lib/waiting-room/admission-token";
import { admissionOf } from "@/lib/waiting-room/ask";
import { roomPaths } from "@/lib/waiting-room/paths";
import { seeOther } from "@/lib/waiting-room/see-other";
import { admissionCookie, admittedHint, visitorCookie, visitorIn } from "@/lib/waiting-room/visitor";

/** Takes the visitor's admission along to the event's tickets; whose turn it is not goes on waiting. */
export const GET = defineRoute("/events/[slug]/queue/go", {
  run: async ({ request, params: { slug } }) => {
    const paths = roomPaths(slug, request.nextUrl.searchParams.get("tickets"));
    const visitor = visitorIn(request.cookies.get(visitorCookie.name)?.value);
    const admission = visitor && (await admissionOf(slug, visitor));
    if (!visitor || !admission) return seeOther(paths.page);

    const { eventId, until } = admission;
    const expires = new Date(until);
    const response = seeOther(paths.event);
    const token = admissionCookie(slug);
    response.cookies.set(token.name, admissionToken(eventId, { visitor, until }), { ...token.options, expires });
    const hint = admittedHint(slug);
    response.cookies.set(hint.name, String(until), { ...hint.options, expires });
    return response;
  },
});
