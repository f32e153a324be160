import { notFound } from "next/navigation";
import { getEvent } from "@/lib/events/queries";
import { attachmentHeader } from "@/lib/names/file-name";
import { defineRoute } from "@/lib/requests/define-route";
import { siteUrl } from "@/lib/site-url";
import { calendarFile } from "@/lib/tickets/calendar";

export const GET = defineRoute("/events/[slug]/calendar.ics", {
  run: async ({ params: { slug } }) => {
    const event = await getEvent(slug);
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
  },
});
