import { currentAvailability } from "@/lib/events/availability";

/** What is left of an event, at most about a second old. Polled by every open event page. */
export async function GET(_request: Request, { params }: RouteContext<"/api/events/[slug]/availability">) {
  const availability = await currentAvailability((await params).slug);
  const headers = { "Cache-Control": "public, max-age=1, stale-while-revalidate=1" };
  if (!availability) return Response.json({ code: "EVENT_NOT_FOUND" }, { status: 404, headers });
  return Response.json(availability, { headers });
}
