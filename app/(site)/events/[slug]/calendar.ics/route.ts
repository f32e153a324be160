import { notFound } from "next/navigation";
import { getEvent } from "@/lib/events/queries";
import { attachmentHeader } from "@/lib/names/file-name";
import { routeParams } from "@/lib/names/route-params";
import { siteUrl } from "@/lib/site-url";
import { calendarFile } from "@/lib/tickets/calendar";
import { whenReachable } from "@/lib/when-reachable";

export const GET = whenReachable(async (_request: Request, { params }: RouteContext<"/events/[slug]/calendar.ics">) => {
  const event = await getEvent((await routeParams(params)).slug);
  if (!event) notFound();
  const file = calendarFile({
    ...event,
    url: siteUrl(`/events/${event.slug}`),
    cancelled: event.state === "cancelled",
  });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      ...attachmentHeader(`${event.slug}.ics`),
      "Cache-Control": "public, max-age=60",
    },
  });
});
