import { defineRoute } from "@/lib/requests/define-route";
import { redirect303 } from "@/lib/requests/redirect-303";
import { admissionToken } from "@/lib/waiting-room/admission-token";
import { findAdmission } from "@/lib/waiting-room/get-queue-status";
import { roomPaths } from "@/lib/waiting-room/paths";
import { admissionCookie, admittedHint, parseVisitor, visitorCookie } from "@/lib/waiting-room/visitor";

/** Sets the visitor's admission cookie and redirects to the event's tickets. Without an admission, back to the queue. */
export const GET = defineRoute("/events/[slug]/queue/go", {
  run: async ({ request, params: { slug } }) => {
    const paths = roomPaths(slug, request.nextUrl.searchParams.get("tickets"));
    const visitor = parseVisitor(request.cookies.get(visitorCookie.name)?.value);
    const admission = visitor && (await findAdmission(slug, visitor));
    if (!visitor || !admission) return redirect303(paths.page);

    const { eventId, until } = admission;
    const expires = new Date(until);
    const response = redirect303(paths.event);
    const token = admissionCookie(slug);
    response.cookies.set(token.name, admissionToken(eventId, { visitor, until }), { ...token.options, expires });
    const hint = admittedHint(slug);
    response.cookies.set(hint.name, String(until), { ...hint.options, expires });
    return response;
  },
});
